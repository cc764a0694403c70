<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bn" sourcelanguage="en">
<context>
    <name>AboutCard</name>
    <message>
        <source>About CoopDesk</source>
        <translation>কুপডেস্ক সম্পর্কে</translation>
    </message>
    <message>
        <source>CoopDesk, version {0}</source>
        <translation>কুপডেস্ক, সংস্করণ {0}</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later: you may use it, pass it on and change it. It comes without any warranty.</source>
        <translation>জিএনইউ জেনারেল পাবলিক লাইসেন্স (সংস্করণ ৩ বা পরবর্তী)-এর অধীনে মুক্ত সফটওয়্যার: ব্যবহার, বিতরণ ও পরিবর্তন করা যায়। এর কোনো ওয়ারেন্টি নেই।</translation>
    </message>
    <message>
        <source>The register lies in: {0}</source>
        <translation>রেজিস্টার যেখানে আছে: {0}</translation>
    </message>
    <message>
        <source>The log for whoever helps you: {0}</source>
        <translation>সহায়তাকারীর জন্য লগ: {0}</translation>
    </message>
    <message>
        <source>Parts and licences</source>
        <translation>উপাদান ও লাইসেন্স</translation>
    </message>
    <message>
        <source>Make a problem file…</source>
        <translation>সমস্যার ফাইল তৈরি করুন…</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>একাউন্ট</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>একাউন্ট যোগ করুন</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>প্ল্যাটফর্ম</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>নাম</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>ঠিকানা</translation>
    </message>
    <message>
        <source>State</source>
        <translation>অবস্থা</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>আদেশ প্রতিপালন</translation>
    </message>
    <message>
        <source>There is no account yet. Choose “Add an account” above, and paste the page&apos;s address.</source>
        <translation>এখনো কোনো একাউন্ট নেই। উপরে ‘একাউন্ট যোগ করুন’ চাপুন এবং পেইজের ঠিকানা পেস্ট করুন।</translation>
    </message>
    <message>
        <source>Show closed ones too</source>
        <translation>বন্ধ একাউন্টও দেখান</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>খুলুন</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>একাউন্ট বন্ধ করুন</translation>
    </message>
    <message>
        <source>Reopen the account</source>
        <translation>একাউন্ট আবার চালু করুন</translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation>প্রস্তুত হচ্ছে</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>চালু</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>বন্ধ</translation>
    </message>
    <message>
        <source>Take in a table…</source>
        <translation>তালিকা থেকে নিন…</translation>
    </message>
</context>
<context>
    <name>AddressStep</name>
    <message>
        <source>What is the page&apos;s address?</source>
        <translation>পেইজের ঠিকানা কী?</translation>
    </message>
    <message>
        <source>Open the page in the browser, copy its address and paste it here.</source>
        <translation>ব্রাউজারে পেইজটি খুলে উপরের ঠিকানা কপি করুন, তারপর এখানে পেস্ট করুন।</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>ঠিকানা</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>একাউন্টের ধরন</translation>
    </message>
    <message>
        <source>Recognised: {0} · {1}</source>
        <translation>শনাক্ত হয়েছে: {0} · {1}</translation>
    </message>
</context>
<context>
    <name>AttestBox</name>
    <message>
        <source>Who attests this?</source>
        <translation>কে প্রত্যয়ন করছেন?</translation>
    </message>
    <message>
        <source>{by} attested this on {on}; it holds until {until}.</source>
        <translation>{on} তারিখে প্রত্যয়ন করেছেন {by}; মেয়াদ {until} পর্যন্ত।</translation>
    </message>
    <message>
        <source>Name the admin team first; then it can be attested here.</source>
        <translation>আগে এডমিন টিম ঠিক করুন; তারপর এখানে প্রত্যয়ন করা যাবে।</translation>
    </message>
</context>
<context>
    <name>AutostartCard</name>
    <message>
        <source>Reminders</source>
        <translation>মনে করিয়ে দেওয়া</translation>
    </message>
    <message>
        <source>Remind me when the computer starts</source>
        <translation>কম্পিউটার চালু হলে মনে করিয়ে দিন</translation>
    </message>
    <message>
        <source>CoopDesk reminds 14, 7 and 3 days ahead and on the last day, while it is open or waits in the tray.</source>
        <translation>কুপডেস্ক খোলা থাকলে বা ট্রেতে থাকলে মেয়াদ শেষের ১৪, ৭ ও ৩ দিন আগে এবং শেষ দিনে মনে করিয়ে দেয়।</translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>Certificates and papers</source>
        <translation>সনদ ও নথি</translation>
    </message>
    <message>
        <source>Issue the certificate</source>
        <translation>সনদ দিন</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF সংরক্ষণ…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>মুদ্রণ…</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>প্রদানের তারিখ</translation>
    </message>
    <message>
        <source>Certificates issued</source>
        <translation>প্রদত্ত সনদ</translation>
    </message>
    <message>
        <source>Every clause is met. This is the certificate as it would be issued.</source>
        <translation>সব দফা পূরণ হয়েছে। সনদটি যেমন হবে, পাশে তা দেখানো হচ্ছে।</translation>
    </message>
    <message>
        <source>Not every clause is met: this is the report, which is no certificate.</source>
        <translation>সব দফা পূরণ হয়নি। পাশে প্রতিবেদন দেখানো হচ্ছে; এটি সনদ নয়।</translation>
    </message>
    <message>
        <source>Issued: {0}. The file is kept with the register; save a copy or print it.</source>
        <translation>সনদ দেওয়া হয়েছে: {0}। ফাইলটি রেজিস্টারের সঙ্গে রাখা আছে; কপি সংরক্ষণ বা মুদ্রণ করুন।</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>সংরক্ষণ করা হয়েছে।</translation>
    </message>
    <message>
        <source>Show today&apos;s paper</source>
        <translation>আজকের নথি দেখান</translation>
    </message>
    <message>
        <source>Memo number</source>
        <translation>স্মারক নম্বর</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>নথি</translation>
    </message>
    <message>
        <source>No paper was issued yet. Choose one above; it is kept here under its memo number.</source>
        <translation>এখনো কোনো নথি জারি হয়নি। উপরে নথি বাছাই করুন; স্মারক নম্বরসহ তা এখানে থাকবে।</translation>
    </message>
    <message>
        <source>Papers issued</source>
        <translation>জারিকৃত নথি</translation>
    </message>
    <message>
        <source>Issue under its memo number</source>
        <translation>স্মারক নম্বরে জারি করুন</translation>
    </message>
    <message>
        <source>This is how things stand today. The report is no certificate.</source>
        <translation>আজকের অবস্থা এই প্রতিবেদনে আছে; এটি সনদ নয়।</translation>
    </message>
    <message>
        <source>One page for the wall, with the number and the code of the certificate in force.</source>
        <translation>দেয়ালে টানানোর জন্য এক পাতা; এতে কার্যকর সনদের নম্বর ও কোড আছে।</translation>
    </message>
    <message>
        <source>One page for the wall. Issue the certificate first, and it bears its number.</source>
        <translation>দেয়ালে টানানোর জন্য এক পাতা। আগে সনদ দিন, তাহলে এতে সনদ নম্বর থাকবে।</translation>
    </message>
    <message>
        <source>Print it and fill it in by hand, one for each account.</source>
        <translation>মুদ্রণ করে হাতে পূরণ করুন; প্রতিটি একাউন্টের জন্য একটি।</translation>
    </message>
    <message>
        <source>This is the paper as it would be issued. What is empty can be filled in by hand.</source>
        <translation>নথিটি যেমন হবে, পাশে তা দেখানো হচ্ছে। ফাঁকা ঘর হাতে পূরণ করা যাবে।</translation>
    </message>
    <message>
        <source>Print a copy…</source>
        <translation>অনুলিপি মুদ্রণ…</translation>
    </message>
</context>
<context>
    <name>CertificatesPanel</name>
    <message>
        <source>Serial number</source>
        <translation>সনদ নম্বর</translation>
    </message>
    <message>
        <source>State</source>
        <translation>অবস্থা</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>প্রদানের তারিখ</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>মেয়াদ</translation>
    </message>
    <message>
        <source>No certificate was issued yet. When every clause is met, the button above issues one.</source>
        <translation>এখনো কোনো সনদ দেওয়া হয়নি। সব দফা পূরণ হলে উপরের বোতাম থেকে সনদ দেওয়া যাবে।</translation>
    </message>
    <message>
        <source>Certificates issued</source>
        <translation>প্রদত্ত সনদ</translation>
    </message>
    <message>
        <source>Check a certificate file…</source>
        <translation>সনদের ফাইল যাচাই করুন…</translation>
    </message>
</context>
<context>
    <name>ChangeUnderWay</name>
    <message>
        <source>Now set the new password on the platform. Both are kept until you say which one works.</source>
        <translation>এবার প্ল্যাটফর্মে নতুন পাসওয়ার্ডটি বসান। কোনটি কাজ করছে তা না জানানো পর্যন্ত দুটিই রাখা থাকবে।</translation>
    </message>
    <message>
        <source>The new one works</source>
        <translation>নতুনটি কাজ করছে</translation>
    </message>
    <message>
        <source>The old one still holds</source>
        <translation>আগেরটিই চলছে</translation>
    </message>
    <message>
        <source>A change was begun</source>
        <translation>পাসওয়ার্ড পরিবর্তন চলছে</translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>Checklist</source>
        <translation>যাচাই তালিকা</translation>
    </message>
    <message>
        <source>Whose clauses</source>
        <translation>কার দফা</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>দফা</translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation>আদেশের বিষয়</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>বর্তমান অবস্থা</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ফল</translation>
    </message>
    <message>
        <source>There is no account to judge yet.</source>
        <translation>যাচাই করার মতো কোনো একাউন্ট এখনো নেই।</translation>
    </message>
    <message>
        <source>The whole office</source>
        <translation>পুরো কার্যালয়</translation>
    </message>
    <message>
        <source>Advice (never counted)</source>
        <translation>পরামর্শ (ফলে গণনা হয় না)</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>পরামর্শ</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>করণীয়: {0}</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>সেখানে যান</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>সংরক্ষণ করুন</translation>
    </message>
</context>
<context>
    <name>ClauseCard</name>
    <message>
        <source>Example: {0}</source>
        <translation>উদাহরণ: {0}</translation>
    </message>
    <message>
        <source>Source: {0}</source>
        <translation>সূত্র: {0}</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>পরামর্শ</translation>
    </message>
    <message>
        <source>What the order says · clause {0}</source>
        <translation>আদেশে যা আছে · দফা {0}</translation>
    </message>
</context>
<context>
    <name>CodeStep</name>
    <message>
        <source>The code, shown this once</source>
        <translation>সংকেত: একবারই দেখানো হচ্ছে</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>সংকেত</translation>
    </message>
    <message>
        <source>I have told the code or written it on paper</source>
        <translation>সংকেতটি মুখে জানিয়েছি বা কাগজে লিখে নিয়েছি</translation>
    </message>
    <message>
        <source>Save the note…</source>
        <translation>হস্তান্তর পত্র সংরক্ষণ…</translation>
    </message>
    <message>
        <source>Print the note…</source>
        <translation>হস্তান্তর পত্র মুদ্রণ…</translation>
    </message>
    <message>
        <source>Tell the code by mouth or write it on paper, never beside the file. Nobody can find it again.</source>
        <translation>সংকেতটি মুখে জানান বা কাগজে লিখে দিন, কখনোই ফাইলের সঙ্গে নয়। পরে আর কেউ এটি বের করতে পারবেন না।</translation>
    </message>
    <message>
        <source>Both sign the note; it names what was handed and holds no secret.</source>
        <translation>পত্রে দুজনেই স্বাক্ষর করবেন; কী কী হস্তান্তর হলো তা এতে লেখা আছে, কোনো পাসওয়ার্ড নেই।</translation>
    </message>
    <message>
        <source>In the file {0}: passwords of accounts: {1}, recovery codes of accounts: {2}.</source>
        <translation>{0} ফাইলে আছে {1}টি একাউন্টের পাসওয়ার্ড ও {2}টি একাউন্টের পুনরুদ্ধার কোড।</translation>
    </message>
</context>
<context>
    <name>ColumnFields</name>
    <message>
        <source>Not taken in</source>
        <translation>নেওয়া হবে না</translation>
    </message>
    <message>
        <source>Column {0}</source>
        <translation>কলাম {0}</translation>
    </message>
    <message>
        <source>Another column holds this already; this one is not taken in.</source>
        <translation>এটি অন্য একটি কলামে আগেই বাছাই করা; এই কলামটি নেওয়া হবে না।</translation>
    </message>
</context>
<context>
    <name>ComplaintsPage</name>
    <message>
        <source>Complaints</source>
        <translation>অভিযোগ</translation>
    </message>
    <message>
        <source>Write down a complaint</source>
        <translation>অভিযোগ লিখুন</translation>
    </message>
    <message>
        <source>Came in on</source>
        <translation>প্রাপ্তির তারিখ</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>একাউন্ট</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>অভিযোগ</translation>
    </message>
    <message>
        <source>GRS number</source>
        <translation>GRS নম্বর</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>ফল</translation>
    </message>
    <message>
        <source>No complaint is written down. When one comes in on a page, write it down here.</source>
        <translation>কোনো অভিযোগ লেখা নেই। পেইজে অভিযোগ এলে এখানে লিখে রাখুন।</translation>
    </message>
    <message>
        <source>In the GRS</source>
        <translation>GRS-এ তোলা হয়েছে</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>সময় পার হয়েছে</translation>
    </message>
    <message>
        <source>Due by {0}</source>
        <translation>{0} পর্যন্ত সময়</translation>
    </message>
    <message>
        <source>Save the complaint</source>
        <translation>অভিযোগ সংরক্ষণ করুন</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>বাতিল</translation>
    </message>
    <message>
        <source>The complaint</source>
        <translation>অভিযোগের বিবরণ</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>নতুন অভিযোগ</translation>
    </message>
    <message>
        <source>On which page</source>
        <translation>কোন পেইজে</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>অভিযোগের বিষয়</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>কী ব্যবস্থা হয়েছে</translation>
    </message>
    <message>
        <source>The day it was entered is known</source>
        <translation>তোলার তারিখ জানা আছে</translation>
    </message>
    <message>
        <source>Who complained, if they said</source>
        <translation>অভিযোগকারী (জানা থাকলে)</translation>
    </message>
    <message>
        <source>The officer it went to</source>
        <translation>যে কর্মকর্তার কাছে গেছে</translation>
    </message>
    <message>
        <source>Entered in the GRS on</source>
        <translation>GRS-এ তোলার তারিখ</translation>
    </message>
    <message>
        <source>To be entered in the GRS by {0}</source>
        <translation>GRS-এ তোলার শেষ তারিখ: {0}</translation>
    </message>
</context>
<context>
    <name>DescriptionStep</name>
    <message>
        <source>What does the page say about itself?</source>
        <translation>পেইজে নিজের পরিচয় কীভাবে দেওয়া আছে?</translation>
    </message>
    <message>
        <source>A draft from the office&apos;s facts stands here. Change it as you like, then put it on the page.</source>
        <translation>কার্যালয়ের তথ্য থেকে একটি খসড়া দেওয়া আছে। প্রয়োজনমতো বদলে নিন, তারপর পেইজে বসান।</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>উদ্দেশ্য</translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation>অভীষ্ট জনগোষ্ঠী</translation>
    </message>
    <message>
        <source>Who runs it</source>
        <translation>কে পরিচালনা করেন</translation>
    </message>
    <message>
        <source>Copy it all</source>
        <translation>সবটুকু কপি করুন</translation>
    </message>
    <message>
        <source>Draft anew</source>
        <translation>আবার খসড়া বসান</translation>
    </message>
    <message>
        <source>Picture of the page (screenshot)</source>
        <translation>পেইজের ছবি (স্ক্রিনশট)</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} অক্ষর</translation>
    </message>
    <message>
        <source>{0} of {1} characters</source>
        <translation>লেখা হয়েছে {0} অক্ষর, সর্বোচ্চ {1}</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Where does the file go?</source>
        <translation>ফাইলটি কোথায় রাখবেন?</translation>
    </message>
    <message>
        <source>Put it on a USB stick. The file is sealed; its code is shown once, on the next page.</source>
        <translation>ফাইলটি একটি পেনড্রাইভে রাখুন। ফাইলটি সুরক্ষিত; এর সংকেত পরের পাতায় একবারই দেখানো হবে।</translation>
    </message>
    <message>
        <source>Make the handover file…</source>
        <translation>হস্তান্তর ফাইল তৈরি করুন…</translation>
    </message>
    <message>
        <source>{0} hands over to {1}. Accounts: {2}. Recovery codes: {3}. Pending complaints: {4}.</source>
        <translation>দায়িত্ব দিচ্ছেন {0}, নিচ্ছেন {1}। একাউন্ট: {2}টি। পুনরুদ্ধার কোড: {3}। বাকি অভিযোগ: {4}।</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>যাবে</translation>
    </message>
    <message>
        <source>no</source>
        <translation>যাবে না</translation>
    </message>
</context>
<context>
    <name>ForgottenForm</name>
    <message>
        <source>Choose the handover file…</source>
        <translation>হস্তান্তর ফাইল বাছাই করুন…</translation>
    </message>
    <message>
        <source>Bring the passwords back</source>
        <translation>পাসওয়ার্ডগুলো ফিরিয়ে আনুন</translation>
    </message>
    <message>
        <source>I have no file</source>
        <translation>আমার কাছে ফাইল নেই</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>বাতিল</translation>
    </message>
    <message>
        <source>What the forgotten passphrase locks is given up. A handover file brings the passwords back; each is due for change then. Without a file every password must be set anew on its platform.</source>
        <translation>ভুলে যাওয়া পাসফ্রেজ দিয়ে যা বন্ধ আছে, তা ছেড়ে দিতে হবে। হস্তান্তরের ফাইল থাকলে পাসওয়ার্ডগুলো ফিরে আসবে; এরপর প্রতিটি বদলাতে হবে। ফাইল না থাকলে প্রতিটি প্ল্যাটফর্মে নতুন পাসওয়ার্ড দিতে হবে।</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>সংকেত</translation>
    </message>
    <message>
        <source>Give them up</source>
        <translation>পাসওয়ার্ডগুলো ছেড়ে দিন</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>Handing the desk over</source>
        <translation>দায়িত্ব হস্তান্তর</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>পেছনে</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>পরবর্তী</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>ধাপ {0}/{1}</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>শেষ করুন</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>সংরক্ষণ করা হয়েছে।</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Accounts from a table</source>
        <translation>তালিকা থেকে একাউন্ট</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ফাইল বাছাই করুন…</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>একাউন্টগুলো নিন</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>বাতিল</translation>
    </message>
    <message>
        <source>What the columns hold</source>
        <translation>কোন কলামে কী আছে</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>সারি</translation>
    </message>
    <message>
        <source>State</source>
        <translation>অবস্থা</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>ফলাফল</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>ঠিকানা</translation>
    </message>
    <message>
        <source>No file is chosen yet.</source>
        <translation>এখনো কোনো ফাইল বাছাই করা হয়নি।</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>তালিকার সারি</translation>
    </message>
    <message>
        <source>Leave out the rows with something wrong</source>
        <translation>ভুল সারিগুলো বাদ দিয়ে নিন</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>ভুল আছে</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>ঠিক আছে</translation>
    </message>
    <message>
        <source>Good: {0} · something wrong: {1}</source>
        <translation>ঠিক আছে: {0} · ভুল আছে: {1}</translation>
    </message>
    <message>
        <source>Choose an Excel or CSV file with one account a row. You see each row before it is taken in.</source>
        <translation>এক্সেল বা সিএসভি ফাইল বাছাই করুন, যার প্রতি সারিতে একটি একাউন্ট আছে। নেওয়ার আগে প্রতিটি সারি দেখে নিতে পারবেন।</translation>
    </message>
</context>
<context>
    <name>IssuedCard</name>
    <message>
        <source>Open the file</source>
        <translation>ফাইল খুলুন</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>যাচাই করুন</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>প্রত্যাহার…</translation>
    </message>
    <message>
        <source>Signed by the office&apos;s key, fingerprint {0}.</source>
        <translation>কার্যালয়ের চাবিতে স্বাক্ষরিত; চাবির পরিচয়চিহ্ন {0}।</translation>
    </message>
    <message>
        <source>Issued without a digital signature: there was no usable keyring.</source>
        <translation>ডিজিটাল স্বাক্ষর ছাড়া দেওয়া হয়েছে: ব্যবহারযোগ্য কী-রিং ছিল না।</translation>
    </message>
    <message>
        <source>Every check from then on says that it is withdrawn. That cannot be taken back.</source>
        <translation>এরপর প্রতিটি যাচাইয়ে সনদটি প্রত্যাহৃত দেখাবে। এটি আর ফেরানো যাবে না।</translation>
    </message>
    <message>
        <source>Why it is withdrawn</source>
        <translation>প্রত্যাহারের কারণ</translation>
    </message>
    <message>
        <source>Withdraw the certificate</source>
        <translation>সনদ প্রত্যাহার করুন</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>বাতিল</translation>
    </message>
</context>
<context>
    <name>KeptSecret</name>
    <message>
        <source>The password kept</source>
        <translation>রাখা পাসওয়ার্ড</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>পাসওয়ার্ড দেখুন</translation>
    </message>
    <message>
        <source>Copy it</source>
        <translation>কপি করুন</translation>
    </message>
    <message>
        <source>Others may know it</source>
        <translation>অন্য কেউ জেনে থাকতে পারেন</translation>
    </message>
    <message>
        <source>Noted: the password must be changed at once.</source>
        <translation>লেখা হলো: পাসওয়ার্ড এখনই বদলাতে হবে।</translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard in {0} seconds.</source>
        <translation>কপি হয়েছে। {0} সেকেন্ড পর ক্লিপবোর্ড থেকে মুছে যাবে।</translation>
    </message>
    <message>
        <source>It is no longer used</source>
        <translation>এটি আর ব্যবহার হয় না</translation>
    </message>
    <message>
        <source>Delete it from the keyring</source>
        <translation>কী-রিং থেকে মুছে ফেলুন</translation>
    </message>
    <message>
        <source>Deleted. The checklist asks for a new one as long as the account is open.</source>
        <translation>মুছে ফেলা হয়েছে। একাউন্টটি চালু থাকলে যাচাই তালিকায় নতুন পাসওয়ার্ড চাওয়া হবে।</translation>
    </message>
</context>
<context>
    <name>LicencesPage</name>
    <message>
        <source>Parts and licences</source>
        <translation>উপাদান ও লাইসেন্স</translation>
    </message>
    <message>
        <source>Back to the settings</source>
        <translation>সেটিংসে ফিরুন</translation>
    </message>
    <message>
        <source>CoopDesk is made with the work of many others, who gave it away freely. Thanks to all of them.</source>
        <translation>আরও অনেকের উন্মুক্ত কাজ দিয়ে কুপডেস্ক তৈরি। তাঁদের সবার প্রতি কৃতজ্ঞতা।</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>উপাদান</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>সংস্করণ</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>লাইসেন্স</translation>
    </message>
    <message>
        <source>The parts are being read…</source>
        <translation>উপাদানের তালিকা পড়া হচ্ছে…</translation>
    </message>
    <message>
        <source>The licence&apos;s text</source>
        <translation>লাইসেন্সের পাঠ</translation>
    </message>
</context>
<context>
    <name>LinksStep</name>
    <message>
        <source>Is the page tied to the website and to GRS?</source>
        <translation>ওয়েবসাইট ও GRS-এর সঙ্গে পেইজটি যুক্ত কি?</translation>
    </message>
    <message>
        <source>Look at the page and at the website, then attest what you saw.</source>
        <translation>পেইজ ও ওয়েবসাইট দুটিই দেখুন, তারপর যা দেখলেন তা প্রত্যয়ন করুন।</translation>
    </message>
    <message>
        <source>The office&apos;s website</source>
        <translation>কার্যালয়ের ওয়েবসাইট</translation>
    </message>
    <message>
        <source>The office has no website</source>
        <translation>কার্যালয়ের ওয়েবসাইট নেই</translation>
    </message>
    <message>
        <source>The office has no website of its own.</source>
        <translation>কার্যালয়ের নিজস্ব ওয়েবসাইট নেই।</translation>
    </message>
    <message>
        <source>Why the clause is not applicable</source>
        <translation>দফাটি কেন প্রযোজ্য নয়</translation>
    </message>
    <message>
        <source>Address of the Grievance Redress System</source>
        <translation>অভিযোগ প্রতিকার ব্যবস্থার (GRS) ঠিকানা</translation>
    </message>
    <message>
        <source>Grievance officer</source>
        <translation>অভিযোগ নিষ্পত্তি কর্মকর্তা</translation>
    </message>
    <message>
        <source>The officer&apos;s phone or e-mail</source>
        <translation>কর্মকর্তার ফোন বা ই-মেইল</translation>
    </message>
</context>
<context>
    <name>LockCard</name>
    <message>
        <source>The desk passphrase</source>
        <translation>ডেস্কের পাসফ্রেজ</translation>
    </message>
    <message>
        <source>Nobody can look up a forgotten passphrase: the passwords stay sealed then. Make a handover file from time to time; it is the way back.</source>
        <translation>পাসফ্রেজ ভুলে গেলে কেউ তা বের করে দিতে পারবেন না; পাসওয়ার্ডগুলো বন্ধই থেকে যাবে। মাঝে মাঝে হস্তান্তরের ফাইল তৈরি করে রাখুন; সেটিই ফেরার পথ।</translation>
    </message>
    <message>
        <source>Minutes without a key or the mouse, until the passwords lock</source>
        <translation>কি-বোর্ড ও মাউস কত মিনিট না ছুঁলে পাসওয়ার্ডগুলো তালাবদ্ধ হবে</translation>
    </message>
    <message>
        <source>Turn it on…</source>
        <translation>চালু করুন…</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>পরিবর্তন করুন…</translation>
    </message>
    <message>
        <source>Turn it off…</source>
        <translation>বন্ধ করুন…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>এখনই তালাবদ্ধ করুন</translation>
    </message>
    <message>
        <source>Do several people use this computer under one login? With a desk passphrase a colleague or another program that reads the keyring gets nothing.</source>
        <translation>এই কম্পিউটারে কি কয়েকজন একই লগইনে কাজ করেন? ডেস্কের পাসফ্রেজ চালু থাকলে কোনো সহকর্মী বা অন্য কোনো প্রোগ্রাম কী-রিং খুলেও কিছু পাবেন না।</translation>
    </message>
    <message>
        <source>It is on. The passwords lock after the idle time below, and with the screen.</source>
        <translation>চালু আছে। নিচের সময় ধরে কেউ কম্পিউটার না ছুঁলে এবং স্ক্রিন লক হলে পাসওয়ার্ডগুলো তালাবদ্ধ হয়।</translation>
    </message>
    <message>
        <source>The passwords are in a KeePass file, which has a passphrase of its own. They lock after the idle time below, and with the screen.</source>
        <translation>পাসওয়ার্ডগুলো KeePass ফাইলে আছে, যার নিজের পাসফ্রেজ আছে। নিচের সময় ধরে কেউ কম্পিউটার না ছুঁলে এবং স্ক্রিন লক হলে সেগুলো তালাবদ্ধ হয়।</translation>
    </message>
    <message>
        <source>Turn the passphrase on</source>
        <translation>পাসফ্রেজ চালু করুন</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>পাসফ্রেজ পরিবর্তন করুন</translation>
    </message>
    <message>
        <source>Turn the passphrase off</source>
        <translation>পাসফ্রেজ বন্ধ করুন</translation>
    </message>
    <message>
        <source>I have forgotten it…</source>
        <translation>পাসফ্রেজ ভুলে গেছি…</translation>
    </message>
</context>
<context>
    <name>MemberForm</name>
    <message>
        <source>Has left the team</source>
        <translation>টিম ছেড়ে গেছেন</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>নাম</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>শেষ কর্মদিবস</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>পদবি</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>ফোন</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ই-মেইল</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>দায়িত্ব</translation>
    </message>
    <message>
        <source>Serves since</source>
        <translation>যে তারিখ থেকে</translation>
    </message>
    <message>
        <source>Save the member</source>
        <translation>সদস্য সংরক্ষণ করুন</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>বাতিল</translation>
    </message>
    <message>
        <source>Accounts served</source>
        <translation>যেসব একাউন্টের দায়িত্বে</translation>
    </message>
</context>
<context>
    <name>NameStep</name>
    <message>
        <source>What is the page&apos;s name?</source>
        <translation>পেইজের নাম কী?</translation>
    </message>
    <message>
        <source>A page bears the office&apos;s name, not a person&apos;s or a post&apos;s. The Bangla name comes first.</source>
        <translation>পেইজটি কার্যালয়ের নামে হবে, কোনো ব্যক্তি বা পদবির নামে নয়। বাংলা নাম আগে থাকবে।</translation>
    </message>
    <message>
        <source>Use this name: {0}</source>
        <translation>এই নামটি ব্যবহার করুন: {0}</translation>
    </message>
    <message>
        <source>The platform demands a person&apos;s name here</source>
        <translation>এই প্ল্যাটফর্মে ব্যক্তির নাম দেওয়া অপরিহার্য</translation>
    </message>
    <message>
        <source>Name on the page</source>
        <translation>পেইজে যে নাম আছে</translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message>
        <source>Division</source>
        <translation>বিভাগ</translation>
    </message>
    <message>
        <source>District</source>
        <translation>জেলা</translation>
    </message>
    <message>
        <source>Upazila</source>
        <translation>উপজেলা</translation>
    </message>
    <message>
        <source>Tier of the office</source>
        <translation>কার্যালয়ের স্তর</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>বাছাই করুন</translation>
    </message>
    <message>
        <source>Website (empty if there is none)</source>
        <translation>ওয়েবসাইট (না থাকলে ফাঁকা রাখুন)</translation>
    </message>
    <message>
        <source>Address of the Grievance Redress System</source>
        <translation>অভিযোগ প্রতিকার ব্যবস্থার (GRS) ঠিকানা</translation>
    </message>
    <message>
        <source>Grievance officer</source>
        <translation>অভিযোগ নিষ্পত্তি কর্মকর্তা</translation>
    </message>
    <message>
        <source>The officer&apos;s phone or e-mail</source>
        <translation>কর্মকর্তার ফোন বা ই-মেইল</translation>
    </message>
    <message>
        <source>Head of office: name</source>
        <translation>কার্যালয় প্রধানের নাম</translation>
    </message>
    <message>
        <source>Head of office: post</source>
        <translation>কার্যালয় প্রধানের পদবি</translation>
    </message>
    <message>
        <source>Head of office: phone</source>
        <translation>কার্যালয় প্রধানের ফোন</translation>
    </message>
    <message>
        <source>Head of office: e-mail</source>
        <translation>কার্যালয় প্রধানের ই-মেইল</translation>
    </message>
    <message>
        <source>Memo number without its last part</source>
        <translation>স্মারক নম্বর (শেষ অংশ ছাড়া)</translation>
    </message>
    <message>
        <source>Official name: {0}</source>
        <translation>দাপ্তরিক নাম: {0}</translation>
    </message>
    <message>
        <source>Choose the place: the official name is made from it.</source>
        <translation>স্থান বাছাই করুন; তা থেকে দাপ্তরিক নাম তৈরি হবে।</translation>
    </message>
    <message>
        <source>The department</source>
        <translation>অধিদপ্তর</translation>
    </message>
    <message>
        <source>Divisional office</source>
        <translation>বিভাগীয় কার্যালয়</translation>
    </message>
    <message>
        <source>District office</source>
        <translation>জেলা কার্যালয়</translation>
    </message>
    <message>
        <source>Upazila office</source>
        <translation>উপজেলা কার্যালয়</translation>
    </message>
    <message>
        <source>The office&apos;s logo, for papers</source>
        <translation>কার্যালয়ের লোগো (নথির জন্য)</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening the register…</source>
        <translation>রেজিস্টার খোলা হচ্ছে…</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>At a glance</source>
        <translation>একনজরে</translation>
    </message>
    <message>
        <source>The office is described. Now add its first account.</source>
        <translation>কার্যালয়ের তথ্য রাখা হয়েছে। এবার প্রথম একাউন্টটি যোগ করুন।</translation>
    </message>
    <message>
        <source>The wizard goes through the order with you, one question a page.</source>
        <translation>প্রতি পাতায় একটি করে প্রশ্ন; আদেশের দফাগুলো ধাপে ধাপে পূরণ হবে।</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>একাউন্ট যোগ করুন</translation>
    </message>
    <message>
        <source>How the order is kept</source>
        <translation>আদেশ প্রতিপালনের অবস্থা</translation>
    </message>
    <message>
        <source>clauses are met</source>
        <translation>দফা পূরণ হয়েছে</translation>
    </message>
    <message>
        <source>Clauses met: {0} of {1}</source>
        <translation>{1}টি দফার মধ্যে {0}টি পূরণ হয়েছে</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>কোনো কাজ বাকি নেই।</translation>
    </message>
    <message>
        <source>Not met: {0}</source>
        <translation>পূরণ হয়নি: {0}টি</translation>
    </message>
    <message>
        <source>Lapse within {0} days: {1}</source>
        <translation>{0} দিনের মধ্যে মেয়াদ শেষ: {1}টি</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>সনদ</translation>
    </message>
    <message>
        <source>It cannot be issued yet. Clauses left: {0}</source>
        <translation>এখনো দেওয়া যাবে না: {0}টি দফা বাকি</translation>
    </message>
    <message>
        <source>Every clause is met: the certificate can be issued.</source>
        <translation>সব দফা পূরণ হয়েছে; সনদ দেওয়া যাবে।</translation>
    </message>
    <message>
        <source>Last certificate: {0}, valid until {1}</source>
        <translation>সর্বশেষ সনদ: {0}, মেয়াদ {1} পর্যন্ত</translation>
    </message>
    <message>
        <source>To the certificate</source>
        <translation>সনদে যান</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>প্রতিবেদন মুদ্রণ</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>এখন যা করবেন</translation>
    </message>
    <message>
        <source>Nothing is due. CoopDesk says here when something will be.</source>
        <translation>এখন কিছু করার নেই। কোনো কাজ এলে এখানে জানানো হবে।</translation>
    </message>
    <message>
        <source>{0} more in the checklist</source>
        <translation>যাচাই তালিকায় আরও {0}টি</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>আবার যাচাই করুন</translation>
    </message>
    <message>
        <source>To the password</source>
        <translation>পাসওয়ার্ড বদলান</translation>
    </message>
    <message>
        <source>To the complaints</source>
        <translation>অভিযোগ দেখুন</translation>
    </message>
    <message>
        <source>To the team</source>
        <translation>টিম দেখুন</translation>
    </message>
    <message>
        <source>Write the description</source>
        <translation>বর্ণনা লিখুন</translation>
    </message>
    <message>
        <source>To the pictures</source>
        <translation>ছবি যোগ করুন</translation>
    </message>
    <message>
        <source>Do it now</source>
        <translation>এখন করুন</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Saved as {0}.</source>
        <translation>{0} নামে সংরক্ষণ করা হয়েছে।</translation>
    </message>
</context>
<context>
    <name>PaperChoice</name>
    <message>
        <source>Paper</source>
        <translation>নথি</translation>
    </message>
    <message>
        <source>Of whom or of what</source>
        <translation>কার বা কিসের</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>ভাষা</translation>
    </message>
    <message>
        <source>Memo number</source>
        <translation>স্মারক নম্বর</translation>
    </message>
    <message>
        <source>A form to fill in by hand</source>
        <translation>হাতে পূরণের জন্য ফাঁকা ফরম</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>The present passphrase</source>
        <translation>বর্তমান পাসফ্রেজ</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>নতুন পাসফ্রেজ</translation>
    </message>
    <message>
        <source>The new one once more</source>
        <translation>নতুনটি আরেকবার</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>বাতিল</translation>
    </message>
    <message>
        <source>The two differ. Type the new passphrase here once more.</source>
        <translation>দুটি এক হয়নি। নতুন পাসফ্রেজটি এখানে আবার লিখুন।</translation>
    </message>
    <message>
        <source>Type the present passphrase.</source>
        <translation>বর্তমান পাসফ্রেজটি লিখুন।</translation>
    </message>
</context>
<context>
    <name>PasswordInput</name>
    <message>
        <source>New password</source>
        <translation>নতুন পাসওয়ার্ড</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>দেখান</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>লুকান</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>শক্তিশালী</translation>
    </message>
    <message>
        <source>Not strong</source>
        <translation>যথেষ্ট নয়</translation>
    </message>
    <message>
        <source>Make one</source>
        <translation>একটি তৈরি করুন</translation>
    </message>
</context>
<context>
    <name>PasswordMaker</name>
    <message>
        <source>Random characters</source>
        <translation>এলোমেলো অক্ষর</translation>
    </message>
    <message>
        <source>Bangla words</source>
        <translation>বাংলা শব্দ</translation>
    </message>
    <message>
        <source>English words</source>
        <translation>ইংরেজি শব্দ</translation>
    </message>
    <message>
        <source>How many characters</source>
        <translation>কয়টি অক্ষর</translation>
    </message>
    <message>
        <source>How many words</source>
        <translation>কয়টি শব্দ</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>ইংরেজি বর্ণ</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>সংখ্যা</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>চিহ্ন</translation>
    </message>
    <message>
        <source>Also those easily mistaken (0 O, 1 l I)</source>
        <translation>সহজে গুলিয়ে যায় এমন অক্ষরও (0 O, 1 l I)</translation>
    </message>
    <message>
        <source>Some platforms take no Bangla letters; then choose English words.</source>
        <translation>কোনো কোনো প্ল্যাটফর্ম বাংলা অক্ষর নেয় না; তখন ইংরেজি শব্দ বেছে নিন।</translation>
    </message>
    <message>
        <source>The password made</source>
        <translation>তৈরি পাসওয়ার্ড</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>আরেকটি তৈরি করুন</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>এটি ব্যবহার করুন</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>What to make</source>
        <translation>কী ধরনের পাসওয়ার্ড</translation>
    </message>
    <message>
        <source>Choose letters, digits or signs.</source>
        <translation>বর্ণ, সংখ্যা বা চিহ্নের অন্তত একটি বেছে নিন।</translation>
    </message>
    <message>
        <source>It holds {0} bits of chance.</source>
        <translation>এতে {0} বিট অনিশ্চয়তা আছে।</translation>
    </message>
</context>
<context>
    <name>PasswordStep</name>
    <message>
        <source>How is the account protected?</source>
        <translation>একাউন্টটি কীভাবে সুরক্ষিত?</translation>
    </message>
    <message>
        <source>It has a password of its own</source>
        <translation>একাউন্টের নিজস্ব পাসওয়ার্ড আছে</translation>
    </message>
    <message>
        <source>It has none: members reach it through their own profiles</source>
        <translation>নিজস্ব পাসওয়ার্ড নেই; সদস্যরা নিজ নিজ প্রোফাইল থেকে চালান</translation>
    </message>
    <message>
        <source>Two-step login is on</source>
        <translation>দুই ধাপের লগইন চালু আছে</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>বাছাই করুন</translation>
    </message>
    <message>
        <source>Who changed it on the platform?</source>
        <translation>প্ল্যাটফর্মে কে বদলেছেন?</translation>
    </message>
    <message>
        <source>The page has no password of its own; its admins run it from their own profiles.</source>
        <translation>পেইজটির নিজস্ব পাসওয়ার্ড নেই; এডমিনরা নিজ নিজ প্রোফাইল থেকে পরিচালনা করেন।</translation>
    </message>
    <message>
        <source>Why the clause is not applicable</source>
        <translation>দফাটি কেন প্রযোজ্য নয়</translation>
    </message>
    <message>
        <source>The present one: {0}</source>
        <translation>বর্তমান পাসওয়ার্ড: {0}</translation>
    </message>
    <message>
        <source>At least {0} characters, or {1} with two-step login. It is kept in the keyring, or in the KeePass file that the office chose.</source>
        <translation>অন্তত {0} অক্ষর, দুই ধাপের লগইন থাকলে {1}। থাকবে কী-রিংয়ে, অথবা কার্যালয়ের বাছাই করা KeePass ফাইলে।</translation>
    </message>
</context>
<context>
    <name>PicturePicker</name>
    <message>
        <source>No picture yet. Choose one, or drop it here.</source>
        <translation>এখনো ছবি নেই। একটি বাছাই করুন, অথবা এখানে টেনে আনুন।</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>ছবি বাছাই করুন…</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>রাখা আছে</translation>
    </message>
</context>
<context>
    <name>PicturesStep</name>
    <message>
        <source>Which pictures does the page bear?</source>
        <translation>পেইজে কোন কোন ছবি আছে?</translation>
    </message>
    <message>
        <source>Choose the files that are on the page. A logo or the office&apos;s building will do, no person.</source>
        <translation>পেইজে যে ছবি আছে, সেই ফাইল বাছাই করুন। লোগো বা কার্যালয় ভবনের ছবি চলবে, ব্যক্তির ছবি নয়।</translation>
    </message>
    <message>
        <source>The account has neither a banner nor a profile picture.</source>
        <translation>একাউন্টে ব্যানার বা প্রোফাইল ছবি কোনোটিই নেই।</translation>
    </message>
    <message>
        <source>Why the clause is not applicable</source>
        <translation>দফাটি কেন প্রযোজ্য নয়</translation>
    </message>
    <message>
        <source>Banner</source>
        <translation>ব্যানার</translation>
    </message>
    <message>
        <source>Profile picture</source>
        <translation>প্রোফাইল ছবি</translation>
    </message>
    <message>
        <source>There is no banner</source>
        <translation>ব্যানার নেই</translation>
    </message>
    <message>
        <source>There is no profile picture</source>
        <translation>প্রোফাইল ছবি নেই</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Where the passwords are</source>
        <translation>পাসওয়ার্ড কোথায় আছে</translation>
    </message>
    <message>
        <source>Test it again</source>
        <translation>আবার পরীক্ষা করুন</translation>
    </message>
    <message>
        <source>Keep them in a KeePass file…</source>
        <translation>KeePass ফাইলে রাখুন…</translation>
    </message>
    <message>
        <source>Keep them in the computer&apos;s keyring again</source>
        <translation>আবার কম্পিউটারের কী-রিংয়ে রাখুন</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>পরীক্ষা চলছে…</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>কাজ করছে</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>কাজ করছে না</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>তালাবদ্ধ</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>ব্যবহার হয় না</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>{0} খুলুন</translation>
    </message>
    <message>
        <source>Make {0}</source>
        <translation>{0} তৈরি করুন</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>The paper</source>
        <translation>নথি</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>পৃষ্ঠা {0}/{1}</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>আগের পাতা</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>পরের পাতা</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>ছোট করে দেখুন</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>বড় করে দেখুন</translation>
    </message>
</context>
<context>
    <name>PrintBar</name>
    <message>
        <source>Printing…</source>
        <translation>মুদ্রণ হচ্ছে…</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>মুদ্রণ থামান</translation>
    </message>
    <message>
        <source>Printing is done: {0}.</source>
        <translation>মুদ্রণ শেষ হয়েছে: {0}।</translation>
    </message>
    <message>
        <source>Printing page {0} of {1}…</source>
        <translation>{1}টির মধ্যে {0} নম্বর পৃষ্ঠা মুদ্রিত হচ্ছে…</translation>
    </message>
    <message>
        <source>Printing is being stopped…</source>
        <translation>মুদ্রণ থামানো হচ্ছে…</translation>
    </message>
</context>
<context>
    <name>ProblemBar</name>
    <message>
        <source>Make a problem file…</source>
        <translation>সমস্যার ফাইল তৈরি করুন…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Save the problem file…</source>
        <translation>সমস্যার ফাইল সংরক্ষণ করুন…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>ফিরুন</translation>
    </message>
    <message>
        <source>A problem file for whoever helps you</source>
        <translation>সহায়তাকারীর জন্য সমস্যার ফাইল</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>এতে যা থাকে</translation>
    </message>
    <message>
        <source>The log: what CoopDesk did and what failed. No password is ever in it.</source>
        <translation>লগ: কুপডেস্ক কী করেছে ও কোথায় থেমেছে। এতে কখনো কোনো পাসওয়ার্ড থাকে না।</translation>
    </message>
    <message>
        <source>The versions of CoopDesk and of the system, and how many entries the register has: no names.</source>
        <translation>কুপডেস্ক ও কম্পিউটারের সংস্করণ এবং রেজিস্টারে কয়টি ভুক্তি আছে; কোনো নাম নয়।</translation>
    </message>
    <message>
        <source>The picture of the window, if you leave it in.</source>
        <translation>জানালার ছবি, যদি আপনি তা রাখেন।</translation>
    </message>
    <message>
        <source>Nothing is sent. The file stays on this computer until you give it to whoever gave you CoopDesk. It is a ZIP file: you can look into it first.</source>
        <translation>কোথাও কিছু পাঠানো হয় না। যাঁর কাছ থেকে কুপডেস্ক পেয়েছেন, আপনি নিজে তাঁকে না দেওয়া পর্যন্ত ফাইলটি এই কম্পিউটারেই থাকে। এটি ZIP ফাইল; দেওয়ার আগে খুলে দেখে নিতে পারেন।</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>ছবি</translation>
    </message>
    <message>
        <source>The picture goes along. What may be secret in it is painted over.</source>
        <translation>ছবিটিও যাবে। এর যে অংশে গোপন কিছু থাকতে পারে, তা ঢেকে দেওয়া হয়েছে।</translation>
    </message>
    <message>
        <source>Saved as {0}. Give it to whoever gave you CoopDesk.</source>
        <translation>{0} নামে সংরক্ষিত হয়েছে। যাঁর কাছ থেকে কুপডেস্ক পেয়েছেন, তাঁকে দিন।</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Something unexpected went wrong; nothing is lost. The details are in {0}.</source>
        <translation>একটি অপ্রত্যাশিত ত্রুটি হয়েছে; কিছু হারায়নি। বিবরণ এখানে আছে: {0}</translation>
    </message>
    <message>
        <source>CoopDesk ended unexpectedly last time. What was saved is all there. Would you like to report it?</source>
        <translation>গতবার কুপডেস্ক হঠাৎ বন্ধ হয়ে গিয়েছিল। যা সংরক্ষণ করা হয়েছিল, সবই আছে। সহায়তাকারীকে জানাতে চান?</translation>
    </message>
</context>
<context>
    <name>RecoveryPanel</name>
    <message>
        <source>Ways back into the account</source>
        <translation>একাউন্ট পুনরুদ্ধারের উপায়</translation>
    </message>
    <message>
        <source>Recovery codes; tick the used ones</source>
        <translation>রিকভারি কোড; ব্যবহৃতগুলোতে টিক দিন</translation>
    </message>
    <message>
        <source>The second step: app, SMS or key</source>
        <translation>দ্বিতীয় ধাপ: অ্যাপ, এসএমএস বা চাবি</translation>
    </message>
    <message>
        <source>Who holds it</source>
        <translation>কার কাছে আছে</translation>
    </message>
    <message>
        <source>Recovery e-mail</source>
        <translation>পুনরুদ্ধারের ই-মেইল</translation>
    </message>
    <message>
        <source>Recovery phone</source>
        <translation>পুনরুদ্ধারের ফোন</translation>
    </message>
    <message>
        <source>Save the ways back</source>
        <translation>পুনরুদ্ধারের উপায় সংরক্ষণ করুন</translation>
    </message>
    <message>
        <source>New codes, one a line</source>
        <translation>নতুন কোড, প্রতি লাইনে একটি</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Admin</source>
        <translation>এডমিন</translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation>মডারেটর</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>কর্তৃপক্ষ</translation>
    </message>
</context>
<context>
    <name>SaveTable</name>
    <message>
        <source>Save as a table…</source>
        <translation>তালিকা সংরক্ষণ করুন…</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>সেটিংস</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>কার্যালয়</translation>
    </message>
    <message>
        <source>Save the office</source>
        <translation>কার্যালয়ের তথ্য সংরক্ষণ করুন</translation>
    </message>
    <message>
        <source>Changing passwords</source>
        <translation>পাসওয়ার্ড পরিবর্তন</translation>
    </message>
    <message>
        <source>The order names no interval. The office&apos;s own is at most {0} days; it may be shorter.</source>
        <translation>আদেশে নির্দিষ্ট সময় বলা নেই। কার্যালয়ের নিজস্ব সময়সীমা সর্বোচ্চ {0} দিন; চাইলে কম রাখতে পারেন।</translation>
    </message>
    <message>
        <source>Save the interval</source>
        <translation>সময়সীমা সংরক্ষণ করুন</translation>
    </message>
    <message>
        <source>Days between two changes</source>
        <translation>কত দিন পর পর</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>ব্যাকআপ নিন…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>অন্য প্রোগ্রামের জন্য রপ্তানি (JSON)…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>সংরক্ষণ করা হয়েছে।</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>ঘটনালিপি</translation>
    </message>
    <message>
        <source>When</source>
        <translation>কবে</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>কে</translation>
    </message>
    <message>
        <source>Deed</source>
        <translation>কাজ</translation>
    </message>
    <message>
        <source>What about</source>
        <translation>কোন বিষয়ে</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>এখনো কিছু করা হয়নি।</translation>
    </message>
    <message>
        <source>To keep and to take along</source>
        <translation>ব্যাকআপ ও রপ্তানি</translation>
    </message>
    <message>
        <source>Due days for a calendar…</source>
        <translation>ক্যালেন্ডারের জন্য মেয়াদের তারিখ…</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>দায়িত্ব হস্তান্তর</translation>
    </message>
    <message>
        <source>Register and passwords go into one sealed file. Its code is shown once: tell it, or write it down.</source>
        <translation>রেজিস্টার ও পাসওয়ার্ড একটি সুরক্ষিত ফাইলে যাবে। ফাইলের সংকেত একবারই দেখানো হবে; মুখে জানান বা লিখে দিন।</translation>
    </message>
    <message>
        <source>Hand the desk over</source>
        <translation>দায়িত্ব হস্তান্তর করুন</translation>
    </message>
</context>
<context>
    <name>SettingsStep</name>
    <message>
        <source>Which settings has the office chosen?</source>
        <translation>কার্যালয় কোন কোন সেটিংস বেছে নিয়েছে?</translation>
    </message>
    <message>
        <source>Set them on the platform as the office decided, and write down here what was chosen.</source>
        <translation>কার্যালয়ের সিদ্ধান্ত অনুযায়ী প্ল্যাটফর্মে সেটিংস দিন, এবং কী দিলেন তা এখানে লিখে রাখুন।</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>বাছাই করুন</translation>
    </message>
    <message>
        <source>This platform has no setting for: {0}</source>
        <translation>এই প্ল্যাটফর্মে এসব সেটিং নেই: {0}</translation>
    </message>
    <message>
        <source>The office decision: memo number or meeting</source>
        <translation>দাপ্তরিক সিদ্ধান্ত: স্মারক নম্বর বা সভা</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>সিদ্ধান্তের তারিখ</translation>
    </message>
    <message>
        <source>Who chose the settings</source>
        <translation>কে সেটিংস বাছাই করেছেন</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>At a glance</source>
        <translation>একনজরে</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>একাউন্ট</translation>
    </message>
    <message>
        <source>Admin team</source>
        <translation>এডমিন টিম</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>যাচাই তালিকা</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>অভিযোগ</translation>
    </message>
    <message>
        <source>Certificates and papers</source>
        <translation>সনদ ও নথি</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>সেটিংস</translation>
    </message>
    <message>
        <source>CoopDesk</source>
        <translation>কুপডেস্ক</translation>
    </message>
    <message>
        <source>This takes long. If the computer asks for the keyring&apos;s password or for permission, answer it; nothing is lost meanwhile.</source>
        <translation>কাজটি বেশি সময় নিচ্ছে। কম্পিউটার কী-রিংয়ের পাসওয়ার্ড বা অনুমতি চাইলে তা দিন; এর মধ্যে কিছুই হারাবে না।</translation>
    </message>
    <message>
        <source>CoopDesk was renewed on this computer. Close it and open it again; nothing is lost.</source>
        <translation>এই কম্পিউটারে কুপডেস্ক হালনাগাদ হয়েছে। কুপডেস্ক বন্ধ করে আবার খুলুন; কিছুই হারায়নি।</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Welcome. Which office is this?</source>
        <translation>স্বাগতম। এটি কোন কার্যালয়?</translation>
    </message>
    <message>
        <source>Choose the tier and the place. The rest can be filled in later, under Settings.</source>
        <translation>স্তর ও স্থান বাছাই করুন। বাকি তথ্য পরে ‘সেটিংস’ থেকেও দেওয়া যাবে।</translation>
    </message>
    <message>
        <source>Save and begin</source>
        <translation>সংরক্ষণ করে শুরু করুন</translation>
    </message>
</context>
<context>
    <name>SummaryStep</name>
    <message>
        <source>Every clause is met for this account</source>
        <translation>এই একাউন্টের সব দফা পূরণ হয়েছে</translation>
    </message>
    <message>
        <source>Still to be done: {0}</source>
        <translation>এখনো বাকি: {0}টি</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>সেখানে যান</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>Search</source>
        <translation>খুঁজুন</translation>
    </message>
</context>
<context>
    <name>TakeOverCard</name>
    <message>
        <source>Taking over from somebody?</source>
        <translation>আগের জনের কাছ থেকে দায়িত্ব নিচ্ছেন?</translation>
    </message>
    <message>
        <source>Choose the handover file, and type the code that came with it. Register and passwords stand here then.</source>
        <translation>হস্তান্তর ফাইলটি বাছাই করুন এবং সঙ্গে পাওয়া সংকেত লিখুন। রেজিস্টার ও পাসওয়ার্ড এখানে চলে আসবে।</translation>
    </message>
    <message>
        <source>Choose the handover file…</source>
        <translation>হস্তান্তর ফাইল বাছাই করুন…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>দায়িত্ব নিন</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>সংকেত</translation>
    </message>
    <message>
        <source>Keep them in a KeePass file…</source>
        <translation>KeePass ফাইলে রাখুন…</translation>
    </message>
    <message>
        <source>The passphrase of the new file</source>
        <translation>নতুন ফাইলের পাসফ্রেজ</translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Admin team</source>
        <translation>এডমিন টিম</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>সদস্য যোগ করুন</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>নাম</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>পদবি</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>দায়িত্ব</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>কবে থেকে</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>ঘোষণাপত্র</translation>
    </message>
    <message>
        <source>Nobody is in the team yet. Choose “Add a member” above.</source>
        <translation>টিমে এখনো কেউ নেই। উপরে ‘সদস্য যোগ করুন’ চাপুন।</translation>
    </message>
    <message>
        <source>Show those who have left too</source>
        <translation>যাঁরা চলে গেছেন তাঁদেরও দেখান</translation>
    </message>
    <message>
        <source>The member</source>
        <translation>সদস্যের তথ্য</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>নতুন সদস্য</translation>
    </message>
    <message>
        <source>Declaration on personal accounts</source>
        <translation>ব্যক্তিগত একাউন্ট বিষয়ক ঘোষণা</translation>
    </message>
    <message>
        <source>The signed paper (picture or PDF)</source>
        <translation>স্বাক্ষরিত ঘোষণাপত্র (ছবি বা PDF)</translation>
    </message>
    <message>
        <source>Save the declaration</source>
        <translation>ঘোষণা সংরক্ষণ করুন</translation>
    </message>
    <message>
        <source>{0} leaves the team</source>
        <translation>{0} টিম ছাড়ছেন</translation>
    </message>
    <message>
        <source>Hand register and passwords to who comes next, and let both sign the note.</source>
        <translation>রেজিস্টার ও পাসওয়ার্ড পরের জনকে বুঝিয়ে দিন এবং পত্রে দুজনে স্বাক্ষর করুন।</translation>
    </message>
    <message>
        <source>Hand the desk over</source>
        <translation>দায়িত্ব হস্তান্তর করুন</translation>
    </message>
    <message>
        <source>The paper to sign…</source>
        <translation>স্বাক্ষরের জন্য ঘোষণাপত্র…</translation>
    </message>
</context>
<context>
    <name>TeamStep</name>
    <message>
        <source>Who looks after the page?</source>
        <translation>পেইজটি কে দেখাশোনা করেন?</translation>
    </message>
    <message>
        <source>One responsible person, or a team of three to five, at least one of them an admin.</source>
        <translation>একজন দায়িত্বপ্রাপ্ত, অথবা ৩ থেকে ৫ জনের টিম; অন্তত একজন এডমিন হবেন।</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>সদস্য যোগ করুন</translation>
    </message>
</context>
<context>
    <name>TermsStep</name>
    <message>
        <source>Have you read the platform&apos;s rules?</source>
        <translation>প্ল্যাটফর্মের নিয়ম পড়েছেন কি?</translation>
    </message>
    <message>
        <source>Open them, read them, and attest it. The day is kept with your name.</source>
        <translation>নিয়মগুলো খুলে পড়ুন, তারপর প্রত্যয়ন করুন। আপনার নামের সঙ্গে তারিখ লেখা থাকবে।</translation>
    </message>
    <message>
        <source>Open the rules and terms</source>
        <translation>নিয়ম ও শর্তাবলি খুলুন</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>CoopDesk</source>
        <translation>কুপডেস্ক</translation>
    </message>
    <message>
        <source>Open CoopDesk</source>
        <translation>কুপডেস্ক খুলুন</translation>
    </message>
    <message>
        <source>End CoopDesk</source>
        <translation>কুপডেস্ক বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>The register could not be opened</source>
        <translation>রেজিস্টার খোলা যায়নি</translation>
    </message>
    <message>
        <source>CoopDesk was updated from {0} to {1}</source>
        <translation>CoopDesk হালনাগাদ হয়েছে: {0} থেকে {1}</translation>
    </message>
    <message>
        <source>Nothing is lost. The register as it was before the update lies in: {0}</source>
        <translation>কিছুই হারায়নি। হালনাগাদের আগের রেজিস্টার এখানে রাখা আছে: {0}</translation>
    </message>
    <message>
        <source>To go back to CoopDesk {0}, remove CoopDesk in Windows&apos; list of apps, which leaves the register alone, and run the installer of {0} again.</source>
        <translation>CoopDesk {0}-এ ফিরতে উইন্ডোজের অ্যাপের তালিকা থেকে CoopDesk সরান (রেজিস্টার থেকে যাবে), তারপর {0}-এর ইনস্টলারটি আবার চালান।</translation>
    </message>
    <message>
        <source>If CoopDesk {0} then says that the register is newer, put that backup back: {1}</source>
        <translation>এরপর CoopDesk {0} যদি বলে রেজিস্টারটি আরও নতুন, তবে ব্যাকআপটি ফিরিয়ে আনুন: {1}</translation>
    </message>
    <message>
        <source>To go back to CoopDesk {0}, an administrator runs this command where the file of {0} lies: {1}</source>
        <translation>CoopDesk {0}-এ ফিরতে আইটি কর্মীকে {0}-এর ফাইলটি যে ফোল্ডারে আছে, সেখানে এই নির্দেশটি চালাতে বলুন: {1}</translation>
    </message>
    <message>
        <source>The register was left as it was. Copies from before an upgrade lie in: {0}</source>
        <translation>রেজিস্টার যেমন ছিল তেমনই আছে। সংস্করণ বদলের আগের অনুলিপি থাকলে তা এখানে আছে: {0}</translation>
    </message>
    <message>
        <source>Make a problem file…</source>
        <translation>সমস্যার ফাইল তৈরি করুন…</translation>
    </message>
</context>
<context>
    <name>UnlockBar</name>
    <message>
        <source>Passphrase</source>
        <translation>পাসফ্রেজ</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>তালা খুলুন</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>এখন নয়</translation>
    </message>
</context>
<context>
    <name>UpdateCard</name>
    <message>
        <source>Updates</source>
        <translation>হালনাগাদ</translation>
    </message>
    <message>
        <source>This is CoopDesk {0}. An update is a file from whoever gave you CoopDesk; nothing is fetched from the internet.</source>
        <translation>এটি CoopDesk {0}। হালনাগাদ আসে ফাইল হিসেবে, CoopDesk যাঁর কাছ থেকে পেয়েছেন তাঁর কাছ থেকে; ইন্টারনেট থেকে কিছু আনা হয় না।</translation>
    </message>
    <message>
        <source>This copy is not an installed one. It is updated the way it came: its source by “git pull” and “make run”, a package of Python by pip.</source>
        <translation>এটি ইনস্টল করা কপি নয়। যেভাবে এসেছে, সেভাবেই হালনাগাদ হয়: সোর্স হলে “git pull” ও “make run”, পাইথন প্যাকেজ হলে pip দিয়ে।</translation>
    </message>
    <message>
        <source>Choose the update file…</source>
        <translation>হালনাগাদের ফাইল বেছে নিন…</translation>
    </message>
    <message>
        <source>Update now</source>
        <translation>এখনই হালনাগাদ করুন</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>এখন নয়</translation>
    </message>
    <message>
        <source>How far the update is</source>
        <translation>হালনাগাদ কত দূর এগিয়েছে</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>থামান</translation>
    </message>
    <message>
        <source>The command for the administrator</source>
        <translation>আইটি কর্মীর জন্য নির্দেশ</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>নির্দেশটি কপি করুন</translation>
    </message>
    <message>
        <source>An administrator runs this command. Then close CoopDesk and open it again.</source>
        <translation>আইটি কর্মীকে এই নির্দেশটি চালাতে বলুন। তারপর CoopDesk বন্ধ করে আবার খুলুন।</translation>
    </message>
    <message>
        <source>In the file: CoopDesk {0}. The file is whole, and signed by CoopDesk&apos;s publisher.</source>
        <translation>ফাইলে আছে: CoopDesk {0}। ফাইলটি সম্পূর্ণ, আর CoopDesk-এর প্রকাশকের স্বাক্ষরিত।</translation>
    </message>
    <message>
        <source>First the register is backed up, and the new version tries on a copy of it whether it opens it. Only if it does is it installed, and CoopDesk starts anew. Otherwise nothing is changed, and CoopDesk {0} stays.</source>
        <translation>প্রথমে রেজিস্টারের ব্যাকআপ নেওয়া হবে, তারপর নতুন সংস্করণ রেজিস্টারের একটি অনুলিপি খুলে দেখবে। খুলতে পারলে তবেই তা বসানো হবে ও CoopDesk আবার চালু হবে; না পারলে কিছুই বদলাবে না, CoopDesk {0} রয়ে যাবে।</translation>
    </message>
    <message>
        <source>The installer does this in a window of its own; CoopDesk closes for it.</source>
        <translation>ইনস্টলার নিজের জানালায় কাজটি করবে; সে জন্য CoopDesk বন্ধ হবে।</translation>
    </message>
    <message>
        <source>The computer asks for an administrator&apos;s password for it.</source>
        <translation>এ জন্য কম্পিউটার এডমিনিস্ট্রেটরের পাসওয়ার্ড চাইবে।</translation>
    </message>
    <message>
        <source>Copying the file to the computer…</source>
        <translation>ফাইলটি কম্পিউটারে কপি হচ্ছে…</translation>
    </message>
    <message>
        <source>Backing up the register; the new version tries a copy of it…</source>
        <translation>রেজিস্টারের ব্যাকআপ নেওয়া হচ্ছে; নতুন সংস্করণ এর অনুলিপি খুলে দেখছে…</translation>
    </message>
    <message>
        <source>Installing. The computer may ask for an administrator&apos;s password…</source>
        <translation>বসানো হচ্ছে। কম্পিউটার এডমিনিস্ট্রেটরের পাসওয়ার্ড চাইতে পারে…</translation>
    </message>
    <message>
        <source>Looking whose the file is, and whether it is whole…</source>
        <translation>ফাইলটি কার ও সম্পূর্ণ কি না, দেখা হচ্ছে…</translation>
    </message>
    <message>
        <source>CoopDesk {0} opens the register. The backup: {1}</source>
        <translation>CoopDesk {0} রেজিস্টারটি খুলতে পারে। ব্যাকআপ: {1}</translation>
    </message>
    <message>
        <source>CoopDesk {0} runs on this computer.</source>
        <translation>CoopDesk {0} এই কম্পিউটারে চলে।</translation>
    </message>
</context>
<context>
    <name>UsesStep</name>
    <message>
        <source>What is the page used for?</source>
        <translation>পেইজটি কী কাজে ব্যবহার হয়?</translation>
    </message>
    <message>
        <source>Choose at least one of the uses that the order permits.</source>
        <translation>আদেশে অনুমোদিত ক্ষেত্রগুলো থেকে অন্তত একটি বাছাই করুন।</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Check of a file</source>
        <translation>ফাইল যাচাই</translation>
    </message>
    <message>
        <source>The key&apos;s fingerprint, as the office told it</source>
        <translation>কার্যালয় যে পরিচয়চিহ্ন জানিয়েছে</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>মিলিয়ে দেখুন</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>যাচাই হয়নি</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>CoopDesk was updated from {0} to {1}.</source>
        <translation>CoopDesk হালনাগাদ হয়েছে: {0} থেকে {1}।</translation>
    </message>
    <message>
        <source>CoopDesk went back from {0} to {1}.</source>
        <translation>CoopDesk আগের সংস্করণে ফিরেছে: {0} থেকে {1}।</translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message>
        <source>What is handed over?</source>
        <translation>কী কী হস্তান্তর হবে?</translation>
    </message>
    <message>
        <source>Accounts whose secrets go into the file</source>
        <translation>যেসব একাউন্টের পাসওয়ার্ড ফাইলে যাবে</translation>
    </message>
    <message>
        <source>The register goes whole. A secret goes along only where its account is ticked.</source>
        <translation>রেজিস্টার পুরোটাই যাবে। পাসওয়ার্ড যাবে কেবল টিক দেওয়া একাউন্টের।</translation>
    </message>
    <message>
        <source>No account is in the register yet.</source>
        <translation>রেজিস্টারে এখনো কোনো একাউন্ট নেই।</translation>
    </message>
    <message>
        <source>Recovery codes and the other ways back go along</source>
        <translation>পুনরুদ্ধার কোড ও একাউন্ট ফিরে পাওয়ার অন্য উপায়ও যাবে</translation>
    </message>
    <message>
        <source>The note names the pending complaints</source>
        <translation>হস্তান্তর পত্রে বাকি অভিযোগের তালিকা থাকবে</translation>
    </message>
    <message>
        <source>password kept</source>
        <translation>পাসওয়ার্ড রাখা আছে</translation>
    </message>
    <message>
        <source>no password kept</source>
        <translation>পাসওয়ার্ড রাখা নেই</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>Who hands over to whom?</source>
        <translation>কে কাকে দায়িত্ব দিচ্ছেন?</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>বাছাই করুন</translation>
    </message>
    <message>
        <source>Who hands over</source>
        <translation>কে দায়িত্ব দিচ্ছেন</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>কে দায়িত্ব নিচ্ছেন</translation>
    </message>
    <message>
        <source>The name as it is to stand on the note.</source>
        <translation>হস্তান্তর পত্রে নামটি যেভাবে থাকবে।</translation>
    </message>
    <message>
        <source>Write who takes over.</source>
        <translation>যিনি দায়িত্ব নিচ্ছেন তাঁর নাম লিখুন।</translation>
    </message>
    <message>
        <source>Choose who hands over.</source>
        <translation>যিনি দায়িত্ব দিচ্ছেন তাঁকে বাছাই করুন।</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Address</source>
        <translation>ঠিকানা</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>নাম</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>ব্যবহারের ক্ষেত্র</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>বর্ণনা</translation>
    </message>
    <message>
        <source>Admin team</source>
        <translation>এডমিন টিম</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>ছবি</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>পাসওয়ার্ড</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>সেটিংস</translation>
    </message>
    <message>
        <source>Rules and terms</source>
        <translation>নিয়ম ও শর্তাবলি</translation>
    </message>
    <message>
        <source>Website and complaints</source>
        <translation>ওয়েবসাইট ও অভিযোগ</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>সারসংক্ষেপ</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>সংরক্ষণ করে বন্ধ করুন</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>পেছনে</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>পরবর্তী</translation>
    </message>
    <message>
        <source>Account: {0}</source>
        <translation>একাউন্ট: {0}</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>নতুন একাউন্ট</translation>
    </message>
    <message>
        <source>Step {0} of {1} · you may go on later</source>
        <translation>ধাপ {0}/{1} · পরে চালিয়ে যাওয়া যাবে</translation>
    </message>
    <message>
        <source>To the certificate</source>
        <translation>সনদে যান</translation>
    </message>
</context>
<context>
    <name>_HeldBar</name>
    <message>
        <source>Try again</source>
        <translation>আবার চেষ্টা করুন</translation>
    </message>
    <message>
        <source>That computer is switched off – open it for writing</source>
        <translation>ঐ কম্পিউটার বন্ধ – লেখার জন্য খুলুন</translation>
    </message>
    <message>
        <source>Look at that computer first. If CoopDesk is still open there, both would write, and what was entered there could be lost. Is it really switched off?</source>
        <translation>আগে ঐ কম্পিউটারটি দেখুন। সেখানে CoopDesk খোলা থাকলে দুটিই লিখবে, আর সেখানে যা লেখা হয়েছে তা হারাতে পারে। কম্পিউটারটি কি সত্যিই বন্ধ?</translation>
    </message>
    <message>
        <source>Yes, open it for writing</source>
        <translation>হ্যাঁ, লেখার জন্য খুলুন</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>এখন নয়</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>অন্য কেউ</translation>
    </message>
    <message>
        <source> (since {0}, {1})</source>
        <translation> ({0}, {1} থেকে)</translation>
    </message>
    <message>
        <source>Nothing can be written into the register&apos;s folder.</source>
        <translation>রেজিস্টারের ফোল্ডারে কিছু লেখা যাচ্ছে না।</translation>
    </message>
    <message>
        <source>The register is open on the computer “{0}”, by “{1}”{2}.</source>
        <translation>রেজিস্টারটি ‘{0}’ কম্পিউটারে ‘{1}’ খুলে রেখেছেন{2}।</translation>
    </message>
    <message>
        <source>The register is open on this computer by “{0}”{1}.</source>
        <translation>রেজিস্টারটি এই কম্পিউটারেই ‘{0}’ খুলে রেখেছেন{1}।</translation>
    </message>
    <message>
        <source>Here you can read everything as it was when this window opened it, but change nothing.</source>
        <translation>এই জানালা খোলার সময় যেমন ছিল, তেমনই সব পড়তে পারবেন; কিছু বদলানো যাবে না।</translation>
    </message>
    <message>
        <source>See whether the disk is full, or let your IT staff permit this login to write; then try again.</source>
        <translation>ডিস্ক ভরে গেছে কি না দেখুন, অথবা এই লগইনকে লেখার অনুমতি দিতে আইটি কর্মীকে বলুন; তারপর আবার চেষ্টা করুন।</translation>
    </message>
    <message>
        <source>Let CoopDesk be closed there, in the tray too; then try again.</source>
        <translation>সেখানে CoopDesk বন্ধ করতে বলুন, ট্রে থেকেও; তারপর আবার চেষ্টা করুন।</translation>
    </message>
</context>
<context>
    <name>_LocationBar</name>
    <message>
        <source>I have read this</source>
        <translation>পড়েছি</translation>
    </message>
</context>
</TS>
