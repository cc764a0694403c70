; For whom: for this person, or for everyone on the computer; and who may do that.

Var OnlyMe

!macro ChooseContext UN
; Where its entries in Windows stand.
Function ${UN}ChooseContext
  ${If} $Everyone == 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd
!macroend
!insertmacro ChooseContext ""
!insertmacro ChooseContext "un."

; The folder is the one given (/D=), else the one where CoopDesk is, else the system's place for programs. What everyone
; has is renewed for everyone, unless this person has a copy too.
Function ChooseFolder
  ReadRegStr $0 HKCU "${APPS}" "InstallLocation"
  ReadRegStr $1 HKLM "${APPS}" "InstallLocation"
  ${If} $1 != ""
    ${If} $INSTDIR == $1
      StrCpy $Everyone 1
    ${ElseIf} $INSTDIR == ""
    ${AndIf} $0 == ""
      StrCpy $Everyone 1
    ${EndIf}
  ${EndIf}
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
  StrCpy $Everyone 1
  StrCpy $INSTDIR ""
  Call ChooseFolder
  Call AskForAnAdministrator
FunctionEnd

Function SkipWhenThere
  ReadRegStr $0 SHCTX "${APPS}" "InstallLocation"
  ${If} $0 != ""
    Abort
  ${EndIf}
FunctionEnd

; For everyone only an administrator installs: Windows asks for one, whose setup does all of it while this one waits.
Function AskForAnAdministrator
  UserInfo::GetAccountType
  Pop $0
  ${If} $Everyone != 1
  ${OrIf} $0 == "Admin"
    Return
  ${EndIf}
  ${If} ${Silent}
  ${OrIf} $Child == 1
    !insertmacro Fail ${FAIL_WRITE} "$(NO_ADMINISTRATOR)"
  ${EndIf}
  StrCpy $1 "/CHILD /ALLUSERS /LANG=$LANGUAGE"
  ${If} $Updating == 1
    ReadEnvStr $2 COOPDESK_DATA_DIR
    StrCpy $1 '$1 /UPDATE /DATA="$2"'
  ${EndIf}
  HideWindow
  ClearErrors
  ExecShellWait "runas" "$EXEPATH" "$1"
  ${If} ${Errors}
    !insertmacro Fail ${FAIL_WRITE} "$(NO_ADMINISTRATOR)"
  ${EndIf}
  Call GoOn
  SetErrorLevel 0
  Quit
FunctionEnd

; Where CoopDesk itself started the setup, it is opened again, in whatever version is there now: by the person's own setup.
Function GoOn
  ${If} $Updating == 1
  ${AndIf} $Child != 1
    Exec '"$INSTDIR\coopdeskw.exe"'
  ${EndIf}
FunctionEnd

; As the last page asks.
Function StartProgram
  ${If} $Child == 1
  ${OrIf} $Everyone == 1
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
  ${If} $0 != $INSTDIR
    Return
  ${EndIf}
  StrCpy $Everyone 1
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 == "Admin"
    Return
  ${EndIf}
  ${IfNot} ${Silent}
    ClearErrors
    ExecShell "runas" "$INSTDIR\uninstall.exe"
    ${IfNot} ${Errors}
      Quit
    ${EndIf}
  ${EndIf}
  SetErrorLevel ${FAIL_WRITE}
  MessageBox MB_ICONSTOP|MB_OK "$(NO_ADMINISTRATOR)" /SD IDOK
  Quit
FunctionEnd
