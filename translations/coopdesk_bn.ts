<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bn" sourcelanguage="en">
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account yet. Choose “Add an account” above, and paste the page&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show closed ones too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressStep</name>
    <message>
        <source>What is the page&apos;s address?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page in the browser, copy its address and paste it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised: {0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttestBox</name>
    <message>
        <source>Who attests this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{by} attested this on {on}; it holds until {until}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificatesPage</name>
    <message>
        <source>Certificates and papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificate was issued yet. When every clause is met, the button above issues one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every clause is met. This is the certificate as it would be issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every clause is met: this is the report, which is no certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued: {0}. The file is kept with the register; save a copy or print it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose clauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account to judge yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice (never counted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClauseCard</name>
    <message>
        <source>Example: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the order says · clause {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComplaintsPage</name>
    <message>
        <source>Complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down a complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came in on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRS number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No complaint is written down. When one comes in on a page, write it down here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the GRS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due by {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DescriptionStep</name>
    <message>
        <source>What does the page say about itself?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A draft from the office&apos;s facts stands here. Change it as you like, then put it on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the page (screenshot)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinksStep</name>
    <message>
        <source>Is the page tied to the website and to GRS?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the page and at the website, then attest what you saw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office&apos;s website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office has no website</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office has no website of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the clause is not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the Grievance Redress System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grievance officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The officer&apos;s phone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberForm</name>
    <message>
        <source>Has left the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serves since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts served</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameStep</name>
    <message>
        <source>What is the page&apos;s name?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page bears the office&apos;s name, not a person&apos;s or a post&apos;s. The Bangla name comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this name: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform demands a person&apos;s name here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name on the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfficeForm</name>
    <message>
        <source>Division</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upazila</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier of the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Website (empty if there is none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the Grievance Redress System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grievance officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The officer&apos;s phone or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head of office: name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head of office: post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head of office: phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head of office: e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memo number without its last part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Official name: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the place: the official name is made from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divisional office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upazila office</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening the register…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>At a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office is described. Now add its first account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wizard goes through the order with you, one question a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the order is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clauses are met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clauses met: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not met: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lapse within {0} days: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be issued yet. Clauses left: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every clause is met: the certificate can be issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last certificate: {0}, valid until {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due. CoopDesk says here when something will be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more in the checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordInput</name>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not strong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordStep</name>
    <message>
        <source>How is the account protected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a password of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has none: members reach it through their own profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two-step login is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least {0} characters, or {1} with two-step login. It is kept in this computer&apos;s keyring only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who changed it on the platform?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page has no password of its own; its admins run it from their own profiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the clause is not applicable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PicturePicker</name>
    <message>
        <source>No picture yet. Choose one, or drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PicturesStep</name>
    <message>
        <source>Which pictures does the page bear?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the files that are on the page. A logo or the office&apos;s building will do, no person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has neither a banner nor a profile picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the clause is not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Banner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no banner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>The paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authority</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order names no interval. The office&apos;s own is at most {0} days; it may be shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days between two changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register lies in: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log for whoever helps you: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsStep</name>
    <message>
        <source>Which settings has the office chosen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set them on the platform as the office decided, and write down here what was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This platform has no setting for: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office decision: memo number or meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who chose the settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>At a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates and papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CoopDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong; nothing is lost. The details are in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Welcome. Which office is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the tier and the place. The rest can be filled in later, under Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and begin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryStep</name>
    <message>
        <source>Every clause is met for this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to be done: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeamPage</name>
    <message>
        <source>Admin team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is in the team yet. Choose “Add a member” above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show those who have left too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declaration on personal accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed paper (picture or PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the declaration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeamStep</name>
    <message>
        <source>Who looks after the page?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One responsible person, or a team of three to five, at least one of them an admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TermsStep</name>
    <message>
        <source>Have you read the platform&apos;s rules?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open them, read them, and attest it. The day is kept with your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the rules and terms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>The register could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UsesStep</name>
    <message>
        <source>What is the page used for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one of the uses that the order permits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules and terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Website and complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {0} of {1} · you may go on later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
