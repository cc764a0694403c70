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
SetCompressor /SOLID /FINAL lzma
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
!define MOVE_OVER 9 ; MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH
!define HOLDER_TRIES 40 ; of 250 ms, for a virus scanner to let go of a file, or for CoopDesk to close

Var Slot ; the new version's folder, below $INSTDIR
Var Launchers ; the launchers that name it
Var Everyone ; 1: for all users of the PC
Var Updating ; 1: CoopDesk itself started the setup, and closes
Var OnlyMe

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${BANNER}"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\CoopDesk"
!define MUI_LANGDLL_REGISTRY_VALUENAME "SetupLanguage"
!define MUI_LANGDLL_WINDOWTITLE "CoopDesk"
!define MUI_LANGDLL_INFO "ভাষা / Language"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!define MUI_FINISHPAGE_TITLE "$(FINISHED)"
!define MUI_FINISHPAGE_TEXT "$(FINISHED_TEXT)"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(REMOVING_TEXT)"

Page custom WhoPage WhoPageLeft
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenThere
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGEEX "." "Bangla"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL
!include "texts.nsh"

; Ends the setup with a code, and with a sentence that says what to do. What it had copied is taken away again.
!macro Fail CODE TEXT
  ${If} $Slot != ""
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\$Slot"
    RMDir "$INSTDIR"
  ${EndIf}
  SetErrorLevel ${CODE}
  MessageBox MB_ICONSTOP|MB_OK "${TEXT}" /SD IDOK
  ${If} $Updating == 1
    Exec '"$INSTDIR\coopdeskw.exe"' ; the version that stays goes on
  ${EndIf}
  Quit
!macroend

; FOLDER = the next folder below $INSTDIR that is a version's; "" at the end. HANDLE starts empty.
!macro NextCopy HANDLE FOLDER
  ${Do}
    ${If} ${HANDLE} == ""
      FindFirst ${HANDLE} ${FOLDER} "$INSTDIR\*"
    ${Else}
      FindNext ${HANDLE} ${FOLDER}
    ${EndIf}
    ${If} ${FOLDER} == ""
      FindClose ${HANDLE}
      ${Break}
    ${EndIf}
  ${LoopUntil} ${FileExists} "$INSTDIR\${FOLDER}\${MARK}"
!macroend

; $0 = 1 where CoopDesk runs out of any of its folders: Windows lets nobody write to a library that is in use.
!macro LookForRunning UN
Function ${UN}LookForRunning
  StrCpy $0 0
  StrCpy $1 ""
  ${Do}
    !insertmacro NextCopy $1 $2
    ${IfThen} $2 == "" ${|} ${Break} ${|}
    ${If} ${FileExists} "$INSTDIR\$2\python313.dll"
      ClearErrors
      FileOpen $3 "$INSTDIR\$2\python313.dll" a
      ${If} ${Errors}
        StrCpy $0 1
      ${Else}
        FileClose $3
      ${EndIf}
    ${EndIf}
  ${Loop}
FunctionEnd

; Asks the person, then CoopDesk itself, to close; goes on once it is closed.
Function ${UN}CloseRunning
  Call ${UN}LookForRunning
  ${If} $0 == 1
  ${AndIf} $Updating != 1
    MessageBox MB_ICONINFORMATION|MB_OKCANCEL "$(ASK_CLOSE)" /SD IDOK IDOK close
    SetErrorLevel ${DONE_CANCELLED}
    Quit
    close:
    nsExec::Exec /TIMEOUT=20000 '"$INSTDIR\coopdesk.exe" close'
    Pop $4
  ${EndIf}
  StrCpy $4 0
  ${Do}
    Call ${UN}LookForRunning
    ${IfThen} $0 == 0 ${|} ${Break} ${|}
    Sleep 250
    IntOp $4 $4 + 1
    ${If} $4 > ${HOLDER_TRIES}
      MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(STILL_OPEN)" /SD IDCANCEL IDRETRY again
      SetErrorLevel ${FAIL_RUNNING}
      Quit
      again:
      StrCpy $4 0
    ${EndIf}
  ${Loop}
FunctionEnd

; For this person, or for everyone: where its entries in Windows stand.
Function ${UN}ChooseContext
  ${If} $Everyone == 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd
!macroend
!insertmacro LookForRunning ""
!insertmacro LookForRunning "un."

Function .onInit
  StrCpy $Slot ""
  StrCpy $LANGUAGE ${LANG_BANGLA}
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro Fail ${FAIL_WINDOWS} "$(TOO_OLD)$\r$\n$\r$\n${TOO_OLD_ENGLISH}"
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/UPDATE" $R1
  ${IfNot} ${Errors}
    StrCpy $Updating 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    StrCpy $Everyone 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/LANG=" $R1
  ${If} ${Errors}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${Else}
    StrCpy $LANGUAGE $R1
  ${EndIf}
  Call ChooseFolder
FunctionEnd

; The folder is the one given (/D=), else the one where CoopDesk is, else the system's place for programs.
Function ChooseFolder
  Call ChooseContext
  ${If} $INSTDIR != ""
    Return
  ${EndIf}
  ReadRegStr $INSTDIR SHCTX "${APPS}" "InstallLocation"
  ${If} $INSTDIR == ""
    ${If} $Everyone == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\CoopDesk"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\CoopDesk"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function WhoPage
  ReadRegStr $0 SHCTX "${APPS}" "InstallLocation"
  ${If} $0 != ""
  ${OrIf} $Everyone == 1
    Abort ; it is there already, or was asked for: nothing to choose
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(WHO)" "$(WHO_TEXT)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 20u 100% 12u "$(WHO_ME)"
  Pop $OnlyMe
  ${NSD_Check} $OnlyMe
  ${NSD_CreateLabel} 12u 34u 95% 20u "$(WHO_ME_TEXT)"
  Pop $0
  ${NSD_CreateRadioButton} 0 66u 100% 12u "$(WHO_EVERYONE)"
  Pop $0
  ${NSD_CreateLabel} 12u 80u 95% 20u "$(WHO_EVERYONE_TEXT)"
  Pop $0
  ${NSD_SetFocus} $OnlyMe
  nsDialogs::Show
FunctionEnd

Function WhoPageLeft
  ${NSD_GetState} $OnlyMe $0
  ${If} $0 == ${BST_CHECKED}
    Return
  ${EndIf}
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 == "Admin"
    StrCpy $Everyone 1
    StrCpy $INSTDIR ""
    Call ChooseFolder
  ${Else}
    ; Windows asks for the administrator's word; the setup goes on as that.
    ExecShell "runas" "$EXEPATH" "/ALLUSERS /LANG=$LANGUAGE"
    Quit
  ${EndIf}
FunctionEnd

Function SkipWhenThere
  ReadRegStr $0 SHCTX "${APPS}" "InstallLocation"
  ${If} $0 != ""
    Abort
  ${EndIf}
FunctionEnd

Function RefuseOlder
  ReadRegStr $0 SHCTX "${APPS}" "DisplayVersion"
  ${VersionCompare} "$0" "${VERSION}" $1
  ${If} $0 != ""
  ${AndIf} $1 == 1
    !insertmacro Fail ${FAIL_NEWER} "$(NEWER)"
  ${EndIf}
FunctionEnd

Function SeeThatItCanWrite
  ClearErrors
  CreateDirectory "$INSTDIR"
  FileOpen $0 "$INSTDIR\${IN_USE}.try" w
  ${If} ${Errors}
    !insertmacro Fail ${FAIL_WRITE} "$(NOT_WRITABLE)"
  ${EndIf}
  FileClose $0
  Delete "$INSTDIR\${IN_USE}.try"
FunctionEnd

Function SeeThatThereIsRoom
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r1, p 0, p 0) i .r0'
  System::Int64Op $1 / 1024
  Pop $1
  IntOp $2 ${SIZE} + 51200 ; 50 MB stay free for the register and its backup
  System::Int64Op $1 < $2
  Pop $3
  ${If} $0 != 0
  ${AndIf} $3 == 1
    RMDir "$INSTDIR"
    !insertmacro Fail ${FAIL_SPACE} "$(NO_ROOM)"
  ${EndIf}
FunctionEnd

; A folder that no launcher names: never one that is, or may be, in use.
Function ChooseSlot
  StrCpy $Launchers 1
  StrCpy $Slot "${VERSION}"
  ${If} ${FileExists} "$INSTDIR\$Slot\${IN_USE}"
    StrCpy $Launchers 2
    StrCpy $Slot "${VERSION}-2"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\$Slot\${IN_USE}"
    StrCpy $Launchers 3
    StrCpy $Slot "${VERSION}-3"
  ${EndIf}
  RMDir /r "$INSTDIR\$Slot"
FunctionEnd

; $0 = the file's name: puts the new launcher in the old one's place, in one step.
Function SwitchLauncher
  CopyFiles /SILENT "$INSTDIR\$Slot\launchers\$Launchers\$0" "$INSTDIR\$0.new"
  StrCpy $1 0
  ${Do}
    System::Call 'kernel32::MoveFileExW(w "$INSTDIR\$0.new", w "$INSTDIR\$0", i ${MOVE_OVER}) i .r2'
    ${IfThen} $2 != 0 ${|} ${Break} ${|}
    Sleep 250
    IntOp $1 $1 + 1
    ${If} $1 > ${HOLDER_TRIES}
      Delete "$INSTDIR\$0.new"
      MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(FILE_HELD)" /SD IDCANCEL IDRETRY retry
      ; A launcher may name either folder by now: both stay.
      StrCpy $Slot ""
      !insertmacro Fail ${FAIL_RUNNING} "$(FILE_HELD_END)"
      retry:
      CopyFiles /SILENT "$INSTDIR\$Slot\launchers\$Launchers\$0" "$INSTDIR\$0.new"
      StrCpy $1 0
    ${EndIf}
  ${Loop}
FunctionEnd

Function RemoveOtherCopies
  StrCpy $1 ""
  ${Do}
    !insertmacro NextCopy $1 $2
    ${IfThen} $2 == "" ${|} ${Break} ${|}
    ${If} $2 != $Slot
      RMDir /r "$INSTDIR\$2"
    ${EndIf}
  ${Loop}
FunctionEnd

Section
  Call ChooseContext
  Call RefuseOlder
  Call CloseRunning
  Call SeeThatItCanWrite
  Call SeeThatThereIsRoom
  Call ChooseSlot

  DetailPrint "$(COPYING)"
  SetDetailsPrint none
  SetOutPath "$INSTDIR\$Slot"
  ClearErrors
  File /r "${STAGE}\*"
  SetDetailsPrint both
  ${If} ${Errors}
    !insertmacro Fail ${FAIL_WRITE} "$(NOT_WRITABLE)"
  ${EndIf}

  DetailPrint "$(TRYING)"
  nsExec::Exec '"$INSTDIR\$Slot\python.exe" -X utf8 -m coopdesk try-register'
  Pop $0
  ${If} $0 != 0
    DetailPrint "try-register: $0"
    !insertmacro Fail ${FAIL_TRIAL} "$(TRIAL_FAILED)"
  ${EndIf}

  DetailPrint "$(SWITCHING)"
  FileOpen $0 "$INSTDIR\$Slot\${IN_USE}" w
  FileClose $0
  CopyFiles /SILENT "$INSTDIR\$Slot\coopdesk.ico" "$INSTDIR\coopdesk.ico"
  StrCpy $0 "coopdesk.exe"
  Call SwitchLauncher
  StrCpy $0 "coopdeskw.exe"
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
SectionEnd

Function StartProgram
  ${If} $Everyone == 1
    ; Through Explorer, so that it does not run as the administrator who installed it.
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\coopdeskw.exe"'
  ${Else}
    Exec '"$INSTDIR\coopdeskw.exe"'
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  StrCpy $Everyone 0
  ReadRegStr $0 HKLM "${APPS}" "InstallLocation"
  ${If} $0 == $INSTDIR
    StrCpy $Everyone 1
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.ChooseContext
  Call un.CloseRunning
  StrCpy $1 ""
  ${Do}
    !insertmacro NextCopy $1 $2
    ${IfThen} $2 == "" ${|} ${Break} ${|}
    RMDir /r "$INSTDIR\$2"
  ${Loop}
  Delete "$INSTDIR\coopdesk.exe"
  Delete "$INSTDIR\coopdeskw.exe"
  Delete "$INSTDIR\coopdesk.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${SHORTCUT}"
  Delete "$DESKTOP\${SHORTCUT}"
  DeleteRegKey SHCTX "${APPS}"
  DeleteRegValue HKCU "${RUN}" "CoopDesk"
  DeleteRegKey HKCU "Software\CoopDesk"
  SetShellVarContext current
  DetailPrint "$(DATA_STAYS)"
  MessageBox MB_ICONINFORMATION|MB_OK "$(DATA_STAYS)" /SD IDOK
SectionEnd
