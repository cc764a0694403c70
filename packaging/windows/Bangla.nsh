; What NSIS' pages say, in Bangla; only the pages that the setup has.
!insertmacro LANGFILE "Bangla" = "বাংলা" "Bangla"

!ifdef MUI_DIRECTORYPAGE
  ${LangFileString} MUI_TEXT_DIRECTORY_TITLE "কোথায় ইনস্টল করবেন?"
  ${LangFileString} MUI_TEXT_DIRECTORY_SUBTITLE "সাধারণত যা লেখা আছে তা-ই ঠিক।"
!endif

!ifdef MUI_INSTFILESPAGE
  ${LangFileString} MUI_TEXT_INSTALLING_TITLE "ইনস্টল হচ্ছে"
  ${LangFileString} MUI_TEXT_INSTALLING_SUBTITLE "কুপডেস্ক ইনস্টল হচ্ছে, অপেক্ষা করুন।"
  ${LangFileString} MUI_TEXT_FINISH_TITLE "ইনস্টল শেষ"
  ${LangFileString} MUI_TEXT_FINISH_SUBTITLE "ইনস্টল ঠিকভাবে শেষ হয়েছে।"
  ${LangFileString} MUI_TEXT_ABORT_TITLE "ইনস্টল থেমে গেছে"
  ${LangFileString} MUI_TEXT_ABORT_SUBTITLE "ইনস্টল শেষ করা যায়নি।"
!endif

!ifdef MUI_UNINSTFILESPAGE
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_TITLE "সরানো হচ্ছে"
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_SUBTITLE "কুপডেস্ক সরানো হচ্ছে, অপেক্ষা করুন।"
  ${LangFileString} MUI_UNTEXT_FINISH_TITLE "সরানো শেষ"
  ${LangFileString} MUI_UNTEXT_FINISH_SUBTITLE "কুপডেস্ক সরানো হয়েছে; আপনার তথ্য থেকে গেছে।"
  ${LangFileString} MUI_UNTEXT_ABORT_TITLE "সরানো থেমে গেছে"
  ${LangFileString} MUI_UNTEXT_ABORT_SUBTITLE "সরানো শেষ করা যায়নি।"
!endif

!ifdef MUI_FINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_INFO_TITLE "ইনস্টল শেষ"
  ${LangFileString} MUI_TEXT_FINISH_INFO_TEXT "কুপডেস্ক ইনস্টল করা হয়েছে।"
  ${LangFileString} MUI_TEXT_FINISH_INFO_REBOOT "ইনস্টল শেষ করতে কম্পিউটার আবার চালু করতে হবে। এখনই করবেন?"
!endif

!ifdef MUI_FINISHPAGE | MUI_UNFINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_REBOOTNOW "এখনই"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTLATER "পরে আমি নিজে করব"
  ${LangFileString} MUI_TEXT_FINISH_RUN "কুপডেস্ক এখনই খুলুন"
  ${LangFileString} MUI_TEXT_FINISH_SHOWREADME "নির্দেশনা দেখুন"
  ${LangFileString} MUI_BUTTONTEXT_FINISH "শেষ"
!endif

!ifdef MUI_UNCONFIRMPAGE
  ${LangFileString} MUI_UNTEXT_CONFIRM_TITLE "কুপডেস্ক সরানো"
  ${LangFileString} MUI_UNTEXT_CONFIRM_SUBTITLE "কুপডেস্ক এই কম্পিউটার থেকে সরান।"
!endif

!ifdef MUI_ABORTWARNING
  ${LangFileString} MUI_TEXT_ABORTWARNING "ইনস্টল না করে বেরিয়ে যাবেন?"
!endif
