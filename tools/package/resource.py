"""What Windows shows of a program under "Details": its version resource, as PyInstaller reads it."""

from __future__ import annotations

_LANGUAGE, _UNICODE = 0x0409, 1200  # English (United States), UTF-16


def version_resource(version: str) -> str:
    """Return the text of a version file for "0.1.0"."""
    numbers = tuple([*(int(part) for part in version.split(".")[:3]), 0, 0, 0, 0][:4])
    texts = {
        "CompanyName": "The SER Desktop maintainers",
        "FileDescription": "SER Desktop",
        "FileVersion": version,
        "InternalName": "ser-desktop",
        "LegalCopyright": "MIT licence; parts of others in the folder licences",
        "OriginalFilename": "ser-desktop.exe",
        "ProductName": "SER Desktop",
        "ProductVersion": version,
    }
    structs = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    table = f"StringTable('{_LANGUAGE:04X}{_UNICODE:04X}', [{structs}])"
    translation = f"VarStruct('Translation', [{_LANGUAGE}, {_UNICODE}])"
    fixed = (
        f"FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, "
        "fileType=1, subtype=0, date=(0, 0))"
    )
    return f"VSVersionInfo(ffi={fixed}, kids=[StringFileInfo([{table}]), VarFileInfo([{translation}])])\n"
