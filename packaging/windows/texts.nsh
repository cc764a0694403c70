; What the setup says, in both languages.
!define TOO_OLD_ENGLISH "CoopDesk needs Windows 10 version 1809 or newer. Nothing was changed on this computer. Please use a newer computer, or ask your IT colleague."
!macro Say NAME BANGLA ENGLISH
  LangString ${NAME} ${LANG_BANGLA} "${BANGLA}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend
!insertmacro Say ABOUT \
  "কার্যালয়ের সামাজিক যোগাযোগমাধ্যম একাউন্টের ডেস্ক" \
  "The desk for the office's social-media accounts"
!insertmacro Say TOO_OLD \
  "কুপডেস্ক চালাতে উইন্ডোজ ১০ (সংস্করণ ১৮০৯) বা তার পরের উইন্ডোজ লাগে। এই কম্পিউটারে কিছুই বদলানো হয়নি। নতুনতর কম্পিউটার ব্যবহার করুন, অথবা আপনার আইটি সহকর্মীকে জানান।" \
  "${TOO_OLD_ENGLISH}"
!insertmacro Say WHO "কার জন্য ইনস্টল করবেন?" "Install it for whom?"
!insertmacro Say WHO_TEXT "সাধারণত প্রথমটিই ঠিক।" "Usually the first is right."
!insertmacro Say WHO_ME "শুধু আমার জন্য" "Just for me"
!insertmacro Say WHO_ME_TEXT \
  "এডমিনিস্ট্রেটরের অনুমতি লাগে না।" \
  "Needs no administrator."
!insertmacro Say WHO_EVERYONE "এই কম্পিউটারের সবার জন্য" "For everyone on this computer"
!insertmacro Say WHO_EVERYONE_TEXT \
  "উইন্ডোজ এডমিনিস্ট্রেটরের অনুমতি চাইবে।" \
  "Windows will ask for an administrator."
!insertmacro Say NO_ADMINISTRATOR \
  "এই কম্পিউটারের সবার কুপডেস্ক বদলাতে এডমিনিস্ট্রেটরের অনুমতি লাগে; তা পাওয়া যায়নি। কিছুই বদলানো হয়নি। কম্পিউটারটির দায়িত্বে যিনি আছেন, তাঁকে সেটআপটি চালাতে বলুন।" \
  "What everyone on this computer uses is changed by an administrator, and there was none. Nothing was changed. Ask whoever looks after this computer to run the setup."
!insertmacro Say ANOTHER_SETUP \
  "কুপডেস্ক ইনস্টল করার বা সরানোর আরেকটি জানালা খোলা আছে। সেটির কাজ শেষ করুন, তারপর আবার চেষ্টা করুন।" \
  "Another window that installs or removes CoopDesk is open. Finish there, then try again."
!insertmacro Say UNSAFE_FOLDER \
  "সবার জন্য কুপডেস্ক শুধু এই ফোল্ডারের ভেতরে ইনস্টল হয়, যা এডমিনিস্ট্রেটর ছাড়া কেউ বদলাতে পারেন না: $PROGRAMFILES64$\r$\n$\r$\nকিছুই বদলানো হয়নি।" \
  "For everyone CoopDesk is installed only below this folder, which nobody but administrators can change: $PROGRAMFILES64$\r$\n$\r$\nNothing was changed."
!insertmacro Say COPYING "ফাইল কপি হচ্ছে…" "Copying the files…"
!insertmacro Say TRYING \
  "রেজিস্টারের অনুলিপি রাখা হচ্ছে, এবং নতুন সংস্করণ তা খুলতে পারে কি না দেখা হচ্ছে…" \
  "Keeping a copy of the register, and trying whether the new version can open it…"
!insertmacro Say SWITCHING "নতুন সংস্করণ চালু করা হচ্ছে…" "Putting the new version in place…"
!insertmacro Say ASK_CLOSE \
  "কুপডেস্ক এখন খোলা আছে। ‘ঠিক আছে’ চাপলে এটি বন্ধ করা হবে; যা লেখা হচ্ছিল, তা খসড়া হিসেবে থেকে যাবে।" \
  "CoopDesk is open. Press OK and it will be closed; what was being written stays as a draft."
!insertmacro Say STILL_OPEN \
  "কুপডেস্ক এখনও খোলা আছে। অন্য কোনো ব্যবহারকারীর জানালায়ও খোলা থাকতে পারে। বন্ধ করে ‘আবার চেষ্টা’ চাপুন।" \
  "CoopDesk is still open, perhaps in another user's session. Close it and press Retry."
!insertmacro Say FILE_HELD \
  "অন্য একটি প্রোগ্রাম (হয়তো ভাইরাস স্ক্যানার) কুপডেস্কের একটি ফাইল ধরে রেখেছে। এক মিনিট পরে ‘আবার চেষ্টা’ চাপুন।" \
  "Another program (perhaps the virus scanner) holds a file of CoopDesk. Wait a minute and press Retry."
!insertmacro Say FILE_HELD_END \
  "ইনস্টল শেষ করা যায়নি, তবে কুপডেস্ক ও রেজিস্টার অক্ষত আছে। কম্পিউটার আবার চালু করে সেটআপটি আবার চালান।" \
  "The setup could not finish, but CoopDesk and the register are whole. Restart the computer and run the setup again."
!insertmacro Say NOT_WRITABLE \
  "এই ফোল্ডারে লেখা গেল না: $INSTDIR$\r$\n$\r$\nঅন্য ফোল্ডার বেছে নিন, অথবা এডমিনিস্ট্রেটরের সাহায্য নিন। আগের সংস্করণ থাকলে তা যেমন ছিল তেমনই আছে।" \
  "This folder could not be written to: $INSTDIR$\r$\n$\r$\nChoose another folder, or ask an administrator. A version that was there before is as it was."
!insertmacro Say NO_ROOM \
  "ডিস্কে যথেষ্ট জায়গা নেই। কুপডেস্কের জন্য প্রায় ৩০০ মেগাবাইট খালি জায়গা লাগে। অপ্রয়োজনীয় ফাইল মুছে আবার চেষ্টা করুন। কিছুই বদলানো হয়নি।" \
  "There is not enough room on the disk. CoopDesk needs about 300 MB. Delete what is not needed and try again. Nothing was changed."
!insertmacro Say TRIAL_FAILED \
  "নতুন সংস্করণ আপনার রেজিস্টার খুলতে পারেনি, তাই তা বসানো হয়নি। আগের সংস্করণ ও রেজিস্টার যেমন ছিল তেমনই আছে। তথ্যের ফোল্ডারের log\coopdesk.log ফাইলটি আপনার আইটি সহকর্মীকে দেখান।" \
  "The new version could not open your register, so it was not put in place. The version before and the register are as they were. Show log\coopdesk.log of the data folder to your IT colleague."
!insertmacro Say NEWER \
  "এই কম্পিউটারে কুপডেস্কের আরও নতুন সংস্করণ আছে। পুরোনো সংস্করণ বসানো হয়নি; কিছুই বদলানো হয়নি।" \
  "A newer version of CoopDesk is on this computer. The older one was not installed; nothing was changed."
!insertmacro Say FINISHED "কুপডেস্ক প্রস্তুত" "CoopDesk is ready"
!insertmacro Say FINISHED_TEXT \
  "কুপডেস্ক এই কম্পিউটারে ইনস্টল করা হয়েছে। ডেস্কটপে ও স্টার্ট মেনুতে ‘কুপডেস্ক’ পাবেন।" \
  "CoopDesk is installed on this computer. You find it on the desktop and in the start menu."
!insertmacro Say REMOVING_TEXT \
  "কুপডেস্ক এই কম্পিউটার থেকে সরানো হবে। আপনার রেজিস্টার, সনদ ও পাসওয়ার্ড থেকে যাবে।" \
  "CoopDesk will be removed from this computer. Your register, certificates and passwords stay."
!insertmacro Say DATA_STAYS \
  "কুপডেস্ক সরানো হয়েছে। রেজিস্টার, সনদ ও অন্যান্য কাগজ মুছে ফেলা হয়নি; সেগুলো এখানে আছে:$\r$\n$Place$\r$\n$\r$\nপাসওয়ার্ড উইন্ডোজের নিজস্ব ভান্ডারে (Credential Manager) আছে। কুপডেস্ক আবার ইনস্টল করলে সবই ফিরে পাবেন।" \
  "CoopDesk was removed. The register, the certificates and all papers were not deleted; they are here:$\r$\n$Place$\r$\n$\r$\nThe passwords are in Windows' own Credential Manager. Install CoopDesk again, and all is there."
