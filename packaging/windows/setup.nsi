; The Windows setup. A version lies in a folder of its own beside the one before; what a person starts (coopdesk.exe, coopdeskw.exe)
; is a small launcher that names that folder, and is replaced at the very end: whatever stops the setup before, the old version works.
;
; Given with -D: VERSION, STAGE (what goes into the version's folder), SIZE (its kilobytes), ICON, BANNER, OUT; QUICK packs it fast and large, for tests.
; Exit codes, also in packaging/README.md:
!define DONE_CANCELLED 1
!define FAIL_WINDOWS 3
!define FAIL_SPACE 4
!define FAIL_RUNNING 5
!define FAIL_TRIAL 6
!define FAIL_WRITE 7
!define FAIL_NEWER 8

Unicode true
Target amd64-unicode
!ifdef QUICK
SetCompressor zlib
!else
; Each file by itself: as one stream, all of it would be unpacked into the temporary folder first, which nobody counts on.
SetCompressor /FINAL lzma
SetCompressorDictSize 64
!endif
Name "CoopDesk"
OutFile "${OUT}"
RequestExecutionLevel user
AllowSkipFiles off
SetOverwrite try
BrandingText "CoopDesk ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "CoopDesk"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "CoopDesk setup"
VIAddVersionKey "CompanyName" "CoopDesk"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "FileFunc.nsh"
!include "nsDialogs.nsh"

!define APPS "Software\Microsoft\Windows\CurrentVersion\Uninstall\CoopDesk"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define OLDEST_BUILD 17763 ; Windows 10 1809, the oldest that Qt 6.9 runs on
!define MARK "coopdesk-copy.txt" ; in each folder that is a version's
!define IN_USE "in-use" ; in each folder that a launcher may name
!define SHORTCUT "কুপডেস্ক (CoopDesk).lnk"
!define GENERIC_WRITE 0x40000000
!define SHARE_ALL 7
!define OPEN_EXISTING 3
!define FLUSH_NO_SYNC 2 ; FLUSH_FLAGS_NO_SYNC
!define WAITED_FOR 0x140 ; SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC
!define ALREADY_EXISTS 183 ; ERROR_ALREADY_EXISTS
!define MOVE_OVER 9 ; MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH
!define HOLDER_TRIES 40 ; of 250 ms, for a virus scanner to let go of a file, or for CoopDesk to close

Var Slot ; the new version's folder, below $INSTDIR
Var Launchers ; the launchers that name it
Var Everyone ; 1: for all users of the PC
Var Updating ; 1: CoopDesk itself started the setup, and closes
Var ByAdministrator ; 1: an administrator's setup is asked for, and this one waits for it
Var Place ; where the data stays
Var Child ; 1: an administrator's setup, which the person's own started, and which waits for it

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BANNER}"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\CoopDesk"
!define MUI_LANGDLL_REGISTRY_VALUENAME "SetupLanguage"
!define MUI_LANGDLL_WINDOWTITLE "CoopDesk"
!define MUI_LANGDLL_INFO "ভাষা / Language"
!define MUI_ABORTWARNING
; In .onInit the words are not yet those of the language that was chosen: a silent setup alone begins there.
!define MUI_CUSTOMFUNCTION_GUIINIT Begin
!define MUI_CUSTOMFUNCTION_UNGUIINIT un.Begin
!define MUI_CUSTOMFUNCTION_ABORT GoOn
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!define MUI_FINISHPAGE_TITLE "$(FINISHED)"
!define MUI_FINISHPAGE_TEXT "$(FINISHED_TEXT)"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(REMOVING_TEXT)"

Page custom WhoPage WhoPageLeft
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenThere
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipInChild
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGEEX "." "Bangla"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL
!include "texts.nsh"

; Ends the setup with a code, and with a sentence that says what to do. What it had copied is taken away again.
!macro Fail CODE TEXT
  Call TakeSlotAway
  SetErrorLevel ${CODE}
  MessageBox MB_ICONSTOP|MB_OK "${TEXT}" /SD IDOK
  Call GoOn
  Quit
!macroend

!include "who.nsh"
!include "running.nsh"
!include "copy.nsh"

Function .onInit
  StrCpy $LANGUAGE ${LANG_BANGLA}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/UPDATE" $R1
  ${IfNot} ${Errors}
    StrCpy $Updating 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/CHILD" $R1
  ${IfNot} ${Errors}
    StrCpy $Child 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    StrCpy $Everyone 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/DATA=" $R1
  ${IfNot} ${Errors}
    ; The new version tries this register, and opens it afterwards.
    System::Call 'kernel32::SetEnvironmentVariableW(w "COOPDESK_DATA_DIR", w R1)'
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/LANG=" $R1
  ${If} ${Errors}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${Else}
    StrCpy $LANGUAGE $R1
  ${EndIf}
  ${If} ${Silent}
    Call Begin
  ${EndIf}
FunctionEnd

Function Begin
  Call ChooseFolder
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro Fail ${FAIL_WINDOWS} "$(TOO_OLD)$\r$\n$\r$\n${TOO_OLD_ENGLISH}"
  ${EndIf}
  ${If} $Child != 1 ; the setup that waits for it has the turn
    Call OneAtATime
  ${EndIf}
  Call SeeWhoInstalls
FunctionEnd

; The disk became full while it was unpacked, or the person gave up.
Function .onInstFailed
  Call TakeSlotAway
  SetErrorLevel ${FAIL_SPACE}
  Call GoOn
FunctionEnd

Function RefuseOlder
  ReadRegStr $0 SHCTX "${APPS}" "DisplayVersion"
  ${VersionCompare} "$0" "${VERSION}" $1
  ${If} $0 != ""
  ${AndIf} $1 == 1
    !insertmacro Fail ${FAIL_NEWER} "$(NEWER)"
  ${EndIf}
FunctionEnd

Section
  AddSize ${SIZE} ; as Unpack takes it
  Call ChooseContext
  Call RefuseOlder
  ${If} $ByAdministrator == 1
    Call AskForAnAdministrator
    Return
  ${EndIf}
  Call SeeThatItCanWrite
  Push "$INSTDIR"
  Call SeeThatThereIsRoom
  Call CloseRunning
  Call ChooseSlot

  DetailPrint "$(COPYING)"
  SetDetailsPrint none
  Push "$INSTDIR\$Slot"
  Call Unpack
  Push "$INSTDIR\$Slot"
  Call Settle
  SetDetailsPrint both

  ${If} $Child != 1 ; the person's own setup did: an administrator's rights are not for what lies in a person's folder
    DetailPrint "$(TRYING)"
    Push "$INSTDIR\$Slot"
    Call TryRegister
    ${If} $0 != 0
      DetailPrint "try-register: $0"
      !insertmacro Fail ${FAIL_TRIAL} "$(TRIAL_FAILED)"
    ${EndIf}
  ${EndIf}

  DetailPrint "$(SWITCHING)"
  Call CloseRunning ; a person may have opened it meanwhile
  FileOpen $0 "$INSTDIR\$Slot\${IN_USE}" w
  FileClose $0
  CopyFiles /SILENT "$INSTDIR\$Slot\coopdesk.ico" "$INSTDIR\coopdesk.ico"
  StrCpy $0 "coopdeskw.exe"
  Call SwitchLauncher
  StrCpy $0 "coopdesk.exe"
  Call SwitchLauncher
  RMDir /r "$INSTDIR\$Slot\launchers"
  Call RemoveOtherCopies

  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${SHORTCUT}" "$INSTDIR\coopdeskw.exe" "" "$INSTDIR\coopdesk.ico" 0 SW_SHOWNORMAL "" "$(ABOUT)"
  CreateShortCut "$DESKTOP\${SHORTCUT}" "$INSTDIR\coopdeskw.exe" "" "$INSTDIR\coopdesk.ico" 0 SW_SHOWNORMAL "" "$(ABOUT)"
  WriteRegStr SHCTX "${APPS}" "DisplayName" "CoopDesk"
  WriteRegStr SHCTX "${APPS}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${APPS}" "Publisher" "CoopDesk"
  WriteRegStr SHCTX "${APPS}" "DisplayIcon" "$INSTDIR\coopdesk.ico"
  WriteRegStr SHCTX "${APPS}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${APPS}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${APPS}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${APPS}" "EstimatedSize" ${SIZE}
  WriteRegDWORD SHCTX "${APPS}" "NoModify" 1
  WriteRegDWORD SHCTX "${APPS}" "NoRepair" 1
  WriteRegDWORD SHCTX "${APPS}" "Everyone" "$Everyone"
  SetErrorLevel 0
  ${If} $Child == 1
    SetAutoClose true
  ${EndIf}
  IfSilent 0 +2 ; else the last page asks
  Call GoOn
SectionEnd

Section "Uninstall"
  Call un.ChooseContext
  Call un.CloseRunning
  StrCpy $1 ""
  ${Do}
    !insertmacro NextCopy $1 $2
    ${IfThen} $2 == "" ${|} ${Break} ${|}
    Push "$INSTDIR\$2"
    Call un.RemoveCopy
  ${Loop}
  Delete "$INSTDIR\coopdesk.exe"
  Delete "$INSTDIR\coopdeskw.exe"
  Delete "$INSTDIR\*.exe.new"
  Delete "$INSTDIR\coopdesk.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${SHORTCUT}"
  Delete "$DESKTOP\${SHORTCUT}"
  DeleteRegKey SHCTX "${APPS}"
  ReadRegStr $0 HKCU "${RUN}" "CoopDesk"
  StrCpy $1 $0 1
  ${If} $1 == '"'
    StrCpy $0 $0 "" 1
  ${EndIf}
  StrLen $1 "$INSTDIR\"
  StrCpy $0 $0 $1
  ${If} $0 == "$INSTDIR\" ; an administrator may have another copy
    DeleteRegValue HKCU "${RUN}" "CoopDesk"
  ${EndIf}
  DeleteRegKey HKCU "Software\CoopDesk"
  SetShellVarContext current
  StrCpy $Place "$LOCALAPPDATA\CoopDesk"
  ${If} $Everyone == 1 ; this one may be nobody who used it
    StrCpy $Place "%LOCALAPPDATA%\CoopDesk"
  ${EndIf}
  DetailPrint "$(DATA_STAYS)"
  MessageBox MB_ICONINFORMATION|MB_OK "$(DATA_STAYS)" /SD IDOK
SectionEnd
