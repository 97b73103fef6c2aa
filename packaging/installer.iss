; The installer for Windows. Built there, after `python packaging\bundle.py`, by Inno Setup 6.3 or
; later: iscc packaging\installer.iss  The result lies in .build beside the folder it was made of.

#define Name "个案会商工作台"
#define Version "0.1.0"

[Setup]
AppId={{7B0C2A52-5C0E-4E0E-9C0B-4B1D6F3A9E21}
AppName={#Name}
AppVersion={#Version}
AppPublisher={#Name}
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir=..\.build
OutputBaseFilename=case-conference-workbench-{#Version}-setup
UninstallDisplayIcon={app}\{#Name}.exe
Compression=lzma2/fast
SolidCompression=yes
WizardStyle=modern
ShowLanguageDialog=no

[Messages]
WinVersionTooLowError=本程序需要 Windows 10（1809 以上）或 Windows 11 的 64 位版本。

; What an older version left behind would be found by the new one. The data lies elsewhere.
[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\.build\{#Name}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Name}.exe"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Name}.exe"; Tasks: desktop

[Tasks]
Name: desktop; Description: "在桌面上放一个图标"

[Run]
Filename: "{app}\workbench.exe"; Parameters: "--self-test"; StatusMsg: "正在自检……"; Flags: runhidden
Filename: "{app}\{#Name}.exe"; Description: "打开{#Name}"; Flags: postinstall nowait skipifsilent
