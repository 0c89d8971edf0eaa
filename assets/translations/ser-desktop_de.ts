<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>ser-desktop</name>
        <message>
            <location filename="../../ser_desktop/app.py" />
            <source>The picture could not be written</source>
            <translation>Das Bild konnte nicht geschrieben werden</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/app.py" />
            <source>Tried {path}.</source>
            <translation>Versucht wurde {path}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/app.py" />
            <source>Choose a folder that exists and that you may write to.</source>
            <translation>Einen vorhandenen Ordner wählen, in den geschrieben werden darf.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>Sound input is not available.</source>
            <translation>Toneingang ist nicht verfügbar.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>The PortAudio library could not be loaded ({reason}).</source>
            <translation>Die Bibliothek PortAudio konnte nicht geladen werden ({reason}).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>On Debian and Ubuntu: sudo apt-get install libportaudio2. Everywhere: ser-desktop doctor.</source>
            <translation>Unter Debian und Ubuntu: sudo apt-get install libportaudio2. Überall: ser-desktop doctor.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>No microphone was found.</source>
            <translation>Es wurde kein Mikrofon gefunden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>The system lists no sound input.</source>
            <translation>Das System führt keinen Toneingang auf.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>The system lists only monitors of its outputs.</source>
            <translation>Das System führt nur Mithörer seiner Ausgänge auf.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>Plug one in, or allow this program to use it in the system's privacy settings.</source>
            <translation>Eines anschließen oder diesem Programm in den Datenschutzeinstellungen des Systems erlauben, es zu benutzen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>The microphone "{name}" is not there.</source>
            <translation>Das Mikrofon „{name}“ ist nicht da.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>Found: {found}.</source>
            <translation>Gefunden: {found}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>Plug it in again, or choose another one.</source>
            <translation>Wieder anschließen oder ein anderes wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The microphone "{name}" is used by another program.</source>
            <translation>Das Mikrofon „{name}“ wird von einem anderen Programm benutzt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>Close the program that holds it (a call, a recorder), or choose another microphone.</source>
            <translation>Das Programm schließen, das es belegt (ein Anruf, ein Rekorder), oder ein anderes Mikrofon wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The microphone "{name}" is not there any more.</source>
            <translation>Das Mikrofon „{name}“ ist nicht mehr da.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The microphone "{name}" refuses its own sampling rate.</source>
            <translation>Das Mikrofon „{name}“ verweigert seine eigene Abtastrate.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>Set it to 48000 Hz in the system's sound settings, or choose another microphone.</source>
            <translation>Es in den Toneinstellungen des Systems auf 48000 Hz stellen oder ein anderes Mikrofon wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The microphone "{name}" refuses the number of channels it announces.</source>
            <translation>Das Mikrofon „{name}“ verweigert die Zahl der Kanäle, die es selbst angibt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>Plug it out and in again, or choose another microphone.</source>
            <translation>Ab- und wieder anstecken oder ein anderes Mikrofon wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The microphone "{name}" may not be used by this program.</source>
            <translation>Das Mikrofon „{name}“ darf von diesem Programm nicht benutzt werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>Allow it in the system's privacy settings; on Linux your user may have to be in the group audio.</source>
            <translation>Es in den Datenschutzeinstellungen des Systems erlauben; unter Linux muss der Benutzer vielleicht zur Gruppe audio gehören.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The microphone "{name}" could not be opened.</source>
            <translation>Das Mikrofon „{name}“ konnte nicht geöffnet werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>Plug it out and in again, or choose another microphone. ser-desktop doctor looks for the cause.</source>
            <translation>Ab- und wieder anstecken oder ein anderes Mikrofon wählen. ser-desktop doctor sucht die Ursache.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The system's sound does not answer ({reason}).</source>
            <translation>Der Ton des Systems antwortet nicht ({reason}).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>Wait until it is back, or restart it. ser-desktop doctor looks for the cause.</source>
            <translation>Warten, bis er wieder da ist, oder ihn neu starten. ser-desktop doctor sucht die Ursache.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>It is offered by {host} at {rate} Hz; the system says: {reason}.</source>
            <translation>{host} bietet es mit {rate} Hz an; das System sagt: {reason}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/files.py" />
            <source>{name} has no channel {channel}.</source>
            <translation>{name} hat keinen Kanal {channel}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/files.py" />
            <source>It has {count}.</source>
            <translation>Es gibt {count}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/files.py" />
            <source>Choose another channel, or the mean of all.</source>
            <translation>Einen anderen Kanal wählen oder den Mittelwert aller.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>WAV, FLAC, Ogg, Opus, MP3 and AIFF</source>
            <translation>WAV, FLAC, Ogg, Opus, MP3 und AIFF</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>It ends before its sound begins.</source>
            <translation>Die Datei endet, bevor ihr Ton beginnt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Not one of its samples is a number.</source>
            <translation>Keiner ihrer Abtastwerte ist eine Zahl.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Its header names so few samples a second that nothing of a voice would be left.</source>
            <translation>Ihr Kopf nennt so wenige Abtastwerte pro Sekunde, dass von einer Stimme nichts bliebe.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Its header was never finished: whatever recorded it stopped too early.</source>
            <translation>Ihr Kopf wurde nie fertig geschrieben: Was sie aufnahm, hörte zu früh auf.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>It is a dump of a sampler's memory.</source>
            <translation>Sie ist ein Speicherabzug eines Samplers.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} is cut off or damaged.</source>
            <translation>{name} ist abgeschnitten oder beschädigt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{path}: It begins as sound does, but cannot be read on. {reason}</source>
            <translation>{path}: Sie beginnt wie Ton, lässt sich aber nicht weiterlesen. {reason}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Copy or export the file again.</source>
            <translation>Die Datei noch einmal kopieren oder exportieren.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} is not a sound file that can be read.</source>
            <translation>{name} ist keine lesbare Tondatei.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Use {formats}; other formats can be converted to WAV.</source>
            <translation>Geeignet sind {formats}; andere Formate lassen sich in WAV umwandeln.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>There is no sound in it.</source>
            <translation>Es ist kein Ton darin.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Its header makes no sense.</source>
            <translation>Ihr Kopf ergibt keinen Sinn.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} is a folder.</source>
            <translation>{name} ist ein Ordner.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{path} holds no recording itself.</source>
            <translation>{path} ist selbst keine Aufnahme.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Choose the recordings in it.</source>
            <translation>Die Aufnahmen darin wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} is no file but a device or a pipe.</source>
            <translation>{name} ist keine Datei, sondern ein Gerät oder eine Pipe.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Save its sound to a file first.</source>
            <translation>Den Ton zuerst in einer Datei sichern.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} is not there.</source>
            <translation>{name} ist nicht da.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{path} is a link to a file that is not there.</source>
            <translation>{path} verweist auf eine Datei, die nicht da ist.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Looked for {path}.</source>
            <translation>Gesucht wurde {path}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Check the name.</source>
            <translation>Den Namen prüfen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} may not be read.</source>
            <translation>{name} darf nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Ask its owner to let you read it, or copy it where you may.</source>
            <translation>Um Leserecht bitten oder die Datei dorthin kopieren, wo sie gelesen werden darf.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} cannot be opened.</source>
            <translation>{name} lässt sich nicht öffnen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Check that it is a file and that you may read it.</source>
            <translation>Prüfen, ob es eine Datei ist und ob sie gelesen werden darf.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} holds no sound.</source>
            <translation>{name} enthält keinen Ton.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{path} is empty.</source>
            <translation>{path} ist leer.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Record it again.</source>
            <translation>Noch einmal aufnehmen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} does not say how long it is.</source>
            <translation>{name} sagt nicht, wie lang es ist.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{path} was probably never finished, or written through a pipe.</source>
            <translation>{path} wurde wohl nie fertig oder durch eine Pipe geschrieben.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Convert it once, for example to WAV.</source>
            <translation>Einmal umwandeln, zum Beispiel in WAV.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>There is nothing to play it on.</source>
            <translation>Es ist nichts da, worauf es abgespielt werden könnte.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>The system lists no sound output ({reason}).</source>
            <translation>Das System führt keinen Tonausgang auf ({reason}).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>Plug in headphones or a loudspeaker, and press Play again.</source>
            <translation>Kopfhörer oder Lautsprecher anschließen und noch einmal auf „Abspielen“ drücken.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>The sound could not be played.</source>
            <translation>Der Ton konnte nicht abgespielt werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>The system says: {reason}.</source>
            <translation>Das System sagt: {reason}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>Choose another output in the system's sound settings, and press Play again.</source>
            <translation>In den Toneinstellungen des Systems einen anderen Ausgang wählen und noch einmal auf „Abspielen“ drücken.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>The loudspeaker is gone.</source>
            <translation>Der Lautsprecher ist weg.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>It takes no sound any more.</source>
            <translation>Er nimmt keinen Ton mehr an.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>Plug it in again, or choose another one in the system's sound settings, and press Play again.</source>
            <translation>Wieder anschließen oder in den Toneinstellungen des Systems einen anderen wählen und noch einmal auf „Abspielen“ drücken.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>There is no room for {name}.</source>
            <translation>Für {name} ist kein Platz.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>The clip is still here: make room, or save it on another disk.</source>
            <translation>Der Clip ist noch da: Platz schaffen oder ihn auf einem anderen Laufwerk sichern.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>{name} may not be written there.</source>
            <translation>{name} darf dort nicht geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>The clip is still here: save it in another folder.</source>
            <translation>Der Clip ist noch da: ihn in einem anderen Ordner sichern.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>There is no such folder for {name}.</source>
            <translation>Den Ordner für {name} gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>The clip is still here: choose a folder that exists.</source>
            <translation>Der Clip ist noch da: einen vorhandenen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>{name} could not be saved.</source>
            <translation>{name} konnte nicht gesichert werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>The clip is still here: try again, or save it in another folder.</source>
            <translation>Der Clip ist noch da: es noch einmal versuchen oder ihn in einem anderen Ordner sichern.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>{name} is there already.</source>
            <translation>{name} ist schon da.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>{path} was left as it is.</source>
            <translation>{path} blieb, wie es ist.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>The clip is still here: choose another name, or replace it.</source>
            <translation>Der Clip ist noch da: einen anderen Namen wählen oder die Datei ersetzen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/sound_server.py" />
            <source>its sound server stands still</source>
            <translation>sein Tonserver steht still</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>There is no model that can be used.</source>
            <translation>Es gibt kein Modell, das sich benutzen lässt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>Install the program again, or import a model.</source>
            <translation>Das Programm neu installieren oder ein Modell importieren.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>The window cannot be opened.</source>
            <translation>Das Fenster lässt sich nicht öffnen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>What is missing: ser-desktop doctor.</source>
            <translation>Was fehlt: ser-desktop doctor.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>Plug one in, or ask: ser-desktop doctor.</source>
            <translation>Eines anschließen oder fragen: ser-desktop doctor.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>No model is installed.</source>
            <translation>Es ist kein Modell installiert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>Build one: ser-desktop train --help tells how.</source>
            <translation>Eines bauen: ser-desktop train --help sagt, wie.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>The trainer is not installed.</source>
            <translation>Das Training ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>The package {package} is missing.</source>
            <translation>Das Paket {package} fehlt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>Install it: pip install "ser-desktop[train]", in a checkout pip install -e ".[train]".</source>
            <translation>Installieren: pip install "ser-desktop[train]", im Quellordner pip install -e ".[train]".</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>More than one microphone is called “{name}”.</source>
            <translation>Mehr als ein Mikrofon heißt „{name}“.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>No microphone is called “{name}”.</source>
            <translation>Kein Mikrofon heißt „{name}“.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>There are: {found}.</source>
            <translation>Es gibt: {found}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>There are none.</source>
            <translation>Es gibt keine.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>Give enough of the name to tell it from the others.</source>
            <translation>So viel vom Namen angeben, dass er sich von den anderen unterscheidet.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>The microphone is gone.</source>
            <translation>Das Mikrofon ist weg.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>{name} sends no sound any more.</source>
            <translation>{name} sendet keinen Ton mehr.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Plug it in again: listening goes on by itself. Or choose another microphone.</source>
            <translation>Wieder anschließen: Das Zuhören geht von selbst weiter. Oder ein anderes Mikrofon wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>It lasts {heard} ms; an answer takes {least} ms of speech.</source>
            <translation>Sie dauert {heard} ms; eine Antwort braucht {least} ms Sprache.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>It lasts {heard} ms; an answer takes {least} ms of speech. {note}</source>
            <translation>Sie dauert {heard} ms; eine Antwort braucht {least} ms Sprache. {note}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>{name} is too short.</source>
            <translation>{name} ist zu kurz.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Record or select more, best some seconds.</source>
            <translation>Mehr aufnehmen oder auswählen, am besten einige Sekunden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>{name} cannot be analysed.</source>
            <translation>{name} lässt sich nicht analysieren.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>The process that read {path} died.</source>
            <translation>Der Prozess, der {path} las, ist abgestürzt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Try once more. If it is long, see that there is memory enough; else convert it, for example to WAV.</source>
            <translation>Noch einmal versuchen. Bei einer langen Datei auf genug Speicher achten; sonst umwandeln, zum Beispiel in WAV.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>{name} was not analysed because of a fault in this program.</source>
            <translation>{name} wurde wegen eines Fehlers in diesem Programm nicht analysiert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>The details are in the log. Other files are not concerned.</source>
            <translation>Näheres steht im Protokoll. Andere Dateien sind nicht betroffen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Listening stopped because of a fault in this program.</source>
            <translation>Das Zuhören endete wegen eines Fehlers in diesem Programm.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>The details are in the log.</source>
            <translation>Näheres steht im Protokoll.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Press Start to try again.</source>
            <translation>„Start“ drücken, um es noch einmal zu versuchen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>There is nothing to record.</source>
            <translation>Es gibt nichts aufzunehmen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>No microphone is being listened to.</source>
            <translation>Es wird kein Mikrofon gehört.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Press Start, and record once sound comes.</source>
            <translation>„Start“ drücken und aufnehmen, sobald Ton kommt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>There is too little sound for a clip.</source>
            <translation>Für einen Clip ist zu wenig Ton da.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>A clip lasts at least {least} second.</source>
            <translation>Ein Clip dauert mindestens {least} Sekunde.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Wait a moment, and record again.</source>
            <translation>Einen Moment warten und noch einmal aufnehmen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>The clip could not be analysed because of a fault in this program.</source>
            <translation>Der Clip konnte wegen eines Fehlers in diesem Programm nicht analysiert werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>The clip itself is there and can be saved; the details are in the log.</source>
            <translation>Der Clip selbst ist da und lässt sich sichern; Näheres steht im Protokoll.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Save it, and drop the file into the window.</source>
            <translation>Ihn sichern und die Datei in das Fenster ziehen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/filejobs.py" />
            <source>There is no model.</source>
            <translation>Es gibt kein Modell.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/filejobs.py" />
            <source>Install one, and start the program again.</source>
            <translation>Eines installieren und das Programm neu starten.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/filenames.py" />
            <source>A name is missing.</source>
            <translation>Ein Name fehlt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/filenames.py" />
            <source>Type a name, for example your own.</source>
            <translation>Einen Namen eingeben, zum Beispiel den eigenen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>The archive cannot be read: {reason}.</source>
            <translation>Das Archiv lässt sich nicht lesen: {reason}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>{name} cannot be read.</source>
            <translation>{name} lässt sich nicht lesen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>See that it is there and that you may read it.</source>
            <translation>Darauf achten, dass es da ist und gelesen werden darf.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>{name} is no model that can be used.</source>
            <translation>{name} ist kein brauchbares Modell.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>{file} is a link to somewhere else.</source>
            <translation>{file} verweist auf einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>{file} is not a file.</source>
            <translation>{file} ist keine Datei.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>It holds {count} models.</source>
            <translation>Es enthält {count} Modelle.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>{file} has more than {most} MB.</source>
            <translation>{file} hat mehr als {most} MB.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>There is no model in {name}.</source>
            <translation>In {name} ist kein Modell.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>A model is a folder, or a .zip of one, with {files} in it.</source>
            <translation>Ein Modell ist ein Ordner mit {files} darin, oder eine .zip-Datei davon.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>Choose the folder itself, or its .zip.</source>
            <translation>Den Ordner selbst oder seine .zip-Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>The model could not be installed.</source>
            <translation>Das Modell konnte nicht installiert werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>See that there is room, and that you may write there.</source>
            <translation>Darauf achten, dass Platz ist und dort geschrieben werden darf.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>“{name}” came with the program and stays.</source>
            <translation>„{name}“ kam mit dem Programm und bleibt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>It lies in {folder}.</source>
            <translation>Es liegt in {folder}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>Only models that you installed or trained can be removed.</source>
            <translation>Nur selbst installierte oder trainierte Modelle lassen sich entfernen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>“{name}” could not be removed.</source>
            <translation>„{name}“ konnte nicht entfernt werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>See that you may write there.</source>
            <translation>Darauf achten, dass dort geschrieben werden darf.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>There is a model called “{name}” already.</source>
            <translation>Ein Modell namens „{name}“ gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>Say that it may be replaced, or keep the one that is there.</source>
            <translation>Sagen, dass es ersetzt werden darf, oder das vorhandene behalten.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>There is no model called “{name}”.</source>
            <translation>Es gibt kein Modell namens „{name}“.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>Its manifest calls it “{called}”.</source>
            <translation>Sein Manifest nennt es „{called}“.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/overview.py" />
            <source>{name} cannot be drawn.</source>
            <translation>{name} lässt sich nicht zeichnen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/pool.py" />
            <source>{name} was not finished.</source>
            <translation>{name} wurde nicht fertig.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/pool.py" />
            <source>The process that read {path} died, twice.</source>
            <translation>Der Prozess, der {path} las, ist zweimal abgestürzt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/pool.py" />
            <source>Convert it once, for example to WAV. If it is long, see that there is memory enough.</source>
            <translation>Einmal umwandeln, zum Beispiel in WAV. Bei einer langen Datei auf genug Speicher achten.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainer.py" />
            <source>A model is being trained already.</source>
            <translation>Es wird schon ein Modell trainiert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainer.py" />
            <source>Stop it first.</source>
            <translation>Dieses Training zuerst beenden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainer.py" />
            <source>The trainer cannot be started.</source>
            <translation>Das Training lässt sich nicht starten.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainer.py" />
            <source>Close other programs and try again.</source>
            <translation>Andere Programme schließen und es noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>A model cannot be called so.</source>
            <translation>Ein Modell kann nicht so heißen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>“{name}” is not the name of a folder.</source>
            <translation>„{name}“ ist kein Name für einen Ordner.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>Use letters, numbers and hyphens.</source>
            <translation>Buchstaben, Ziffern und Bindestriche verwenden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>This packaged program cannot train models.</source>
            <translation>Das verpackte Programm kann keine Modelle trainieren.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>Training needs large libraries that are not part of it.</source>
            <translation>Das Training braucht große Bibliotheken, die nicht dabei sind.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>Install the program into Python: pip install "ser-desktop[train]". Both see the same models.</source>
            <translation>Das Programm in Python installieren: pip install "ser-desktop[train]". Beide sehen dieselben Modelle.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>Missing: {packages}.</source>
            <translation>Es fehlen: {packages}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerstates.py" />
            <source>The training ended unexpectedly.</source>
            <translation>Das Training endete unerwartet.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerstates.py" />
            <source>Its last words: {words}</source>
            <translation>Seine letzten Worte: {words}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerstates.py" />
            <source>Perhaps memory ran out: close other programs and start it again.</source>
            <translation>Vielleicht reichte der Speicher nicht: andere Programme schließen und neu starten.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trial.py" />
            <source>it gave no answer within a minute</source>
            <translation>es gab innerhalb einer Minute keine Antwort</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trial.py" />
            <source>the process that ran it died</source>
            <translation>der Prozess, der es ausführte, ist abgestürzt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trial.py" />
            <source>an answer takes it too long</source>
            <translation>eine Antwort dauert zu lange</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trial.py" />
            <source>This model cannot be run.</source>
            <translation>Dieses Modell lässt sich nicht ausführen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trial.py" />
            <source>It was tried out, and {why}.</source>
            <translation>Es wurde ausprobiert: {why}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trial.py" />
            <source>Ask for it again where it came from.</source>
            <translation>Dort noch einmal danach fragen, woher es kam.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/tried.py" />
            <source>Twice this program ended while it was made ready.</source>
            <translation>Zweimal endete dieses Programm, während es bereit gemacht wurde.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/tried.py" />
            <source>Remove it, or ask for it again where it came from and install it.</source>
            <translation>Entfernen Sie es, oder lassen Sie es sich dort, wo es herkam, neu geben und installieren Sie es.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/voices.py" />
            <source>The voice profile “{name}” could not be deleted.</source>
            <translation>Das Stimmprofil „{name}“ konnte nicht gelöscht werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/voices.py" />
            <source>There is no model that could learn a voice.</source>
            <translation>Es gibt kein Modell, das eine Stimme lernen könnte.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/voices.py" />
            <source>Install a model first.</source>
            <translation>Zuerst ein Modell installieren.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/voices.py" />
            <source>There is no voice profile called “{name}”.</source>
            <translation>Es gibt kein Stimmprofil namens „{name}“.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/voices.py" />
            <source>Choose another one, or record your voice.</source>
            <translation>Ein anderes wählen oder die eigene Stimme aufnehmen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/export/files.py" />
            <source>It is {path}.</source>
            <translation>Es ist {path}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/export/files.py" />
            <source>Choose another name, or say that it may be replaced.</source>
            <translation>Einen anderen Namen wählen oder sagen, dass die Datei ersetzt werden darf.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/export/tables.py" />
            <source>These results cannot be read.</source>
            <translation>Diese Ergebnisse lassen sich nicht lesen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/export/tables.py" />
            <source>Only a CSV or JSON that this program wrote, unchanged, can be read back.</source>
            <translation>Nur eine unveränderte CSV- oder JSON-Datei dieses Programms lässt sich wieder einlesen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/features/spec.py" />
            <source>The model's feature description cannot be used.</source>
            <translation>Die Merkmalsbeschreibung des Modells ist nicht brauchbar.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/features/spec.py" />
            <source>Install the model again, or update the program.</source>
            <translation>Das Modell neu installieren oder das Programm aktualisieren.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/fitting.py" />
            <source>The model “{name}” cannot be used; “{other}” listens instead.</source>
            <translation>Das Modell „{name}“ ist nicht brauchbar; „{other}“ hört stattdessen zu.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/fitting.py" />
            <source>Your choice is kept.</source>
            <translation>Die Wahl bleibt gespeichert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/fitting.py" />
            <source>The voice profile “{name}” cannot be used; the program hears you like anybody.</source>
            <translation>Das Stimmprofil „{name}“ ist nicht brauchbar; das Programm hört dich wie alle anderen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>Only {heard} seconds of speech were heard.</source>
            <translation>Es waren nur {heard} Sekunden Sprache zu hören.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>To know a voice it takes at least {least}; more, up to {most}, is better.</source>
            <translation>Um eine Stimme zu kennen, braucht es mindestens {least}; mehr, bis zu {most}, ist besser.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>Speak a few sentences as you would in everyday life, and see that the microphone hears you.</source>
            <translation>Einige Sätze wie im Alltag sprechen und darauf achten, dass das Mikrofon sie hört.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>This model cannot be fitted to a voice.</source>
            <translation>Dieses Modell lässt sich nicht auf eine Stimme einstellen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>“{model}” does not say what the voices are like that it was trained with.</source>
            <translation>„{model}“ sagt nicht, wie die Stimmen sind, mit denen es trainiert wurde.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>Choose another model.</source>
            <translation>Ein anderes Modell wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>The voice profile “{name}” does not fit this model.</source>
            <translation>Das Stimmprofil „{name}“ passt nicht zu diesem Modell.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>It was made on {day} with another model than “{model}”.</source>
            <translation>Es entstand am {day} mit einem anderen Modell als „{model}“.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>Record your voice again with this model, or choose the model that it was made with.</source>
            <translation>Die Stimme mit diesem Modell neu aufnehmen oder das Modell wählen, mit dem es entstand.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>It is not JSON ({reason}).</source>
            <translation>Es ist kein JSON ({reason}).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>{path} is not the file that its manifest describes (sha256 differs).</source>
            <translation>{path} ist nicht die Datei, die das Manifest beschreibt (sha256 weicht ab).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>Installed: {known}.</source>
            <translation>Installiert: {known}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>Train one with “ser-desktop train”, or name the folder of one.</source>
            <translation>Eines mit „ser-desktop train“ trainieren oder den Ordner eines Modells angeben.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>This model cannot be used.</source>
            <translation>Dieses Modell ist nicht brauchbar.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>Install the model again.</source>
            <translation>Das Modell neu installieren.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/profile.py" />
            <source>Its day is none ({reason}).</source>
            <translation>Sein Tag ist keiner ({reason}).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/profile.py" />
            <source>There is a voice profile of this name already.</source>
            <translation>Ein Stimmprofil dieses Namens gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/profile.py" />
            <source>The voice profile could not be saved.</source>
            <translation>Das Stimmprofil konnte nicht gesichert werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/profile.py" />
            <source>This voice profile cannot be used.</source>
            <translation>Dieses Stimmprofil ist nicht brauchbar.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/profile.py" />
            <source>Record your voice again.</source>
            <translation>Die Stimme neu aufnehmen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/reference.py" />
            <source>Its calibration cannot be understood: {why}.</source>
            <translation>Seine Kalibrierung ist nicht zu verstehen: {why}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/runner.py" />
            <source>LiteRT says: {reason}.</source>
            <translation>LiteRT sagt: {reason}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/runner.py" />
            <source>The model gave an answer that is none.</source>
            <translation>Das Modell gab eine Antwort, die keine ist.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/runner.py" />
            <source>It is “{model}”. What it told are no probabilities.</source>
            <translation>Es ist „{model}“. Was es nannte, sind keine Wahrscheinlichkeiten.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/runner.py" />
            <source>Choose another model, or install it again.</source>
            <translation>Wählen Sie ein anderes Modell, oder installieren Sie es neu.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/settings.py" />
            <source>What you chose holds now, but could not be kept.</source>
            <translation>Was gewählt wurde, gilt jetzt, konnte aber nicht gespeichert werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/settings.py" />
            <source>Not all of your settings could be read.</source>
            <translation>Nicht alle Einstellungen konnten gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/settings.py" />
            <source>What did not fit is as the program comes. The old file is kept as {path}.</source>
            <translation>Was nicht passte, ist wie bei einem neuen Programm. Die alte Datei liegt in {path}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/settings.py" />
            <source>Have a look at the preferences.</source>
            <translation>Einen Blick in die Einstellungen werfen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/settings.py" />
            <source>Your settings could not be read.</source>
            <translation>Die Einstellungen konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/settings.py" />
            <source>See that you may read this file; until then all is as the program comes.</source>
            <translation>Darauf achten, dass die Datei gelesen werden darf; bis dahin ist alles wie bei einem neuen Programm.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>The training cannot begin.</source>
            <translation>Das Training kann nicht beginnen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>This network needs {channels} channels of at least {least} bands and frames.</source>
            <translation>Dieses Netz braucht {channels} Kanäle mit mindestens {least} Bändern und Frames.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>Give it log-mel levels with delta_order = 2.</source>
            <translation>Log-Mel-Pegel mit delta_order = 2 angeben.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>ImageNet's weights could not be downloaded.</source>
            <translation>Die Gewichte von ImageNet konnten nicht geladen werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>Keras says: {reason}</source>
            <translation>Keras sagt: {reason}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>See that this computer is online; or begin without them: weights = "none".</source>
            <translation>Darauf achten, dass dieser Computer online ist; oder ohne sie beginnen: weights = "none".</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>The weights to begin with cannot be used.</source>
            <translation>Die Anfangsgewichte sind nicht brauchbar.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>Give a file that the same MobileNetV2 was saved to, “imagenet” or “none”.</source>
            <translation>Eine Datei angeben, in der dasselbe MobileNetV2 gesichert wurde, „imagenet“ oder „none“.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/backend.py" />
            <source>Keras cannot run on “{chosen}”, as KERAS_BACKEND says.</source>
            <translation>Keras läuft nicht auf „{chosen}“, wie KERAS_BACKEND es sagt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/backend.py" />
            <source>It runs on {backends}; each but the first has to be installed.</source>
            <translation>Es läuft auf {backends}; alle außer dem ersten müssen installiert werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/backend.py" />
            <source>Unset KERAS_BACKEND, or install the package that it names.</source>
            <translation>KERAS_BACKEND löschen oder das Paket installieren, das es nennt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/checkpoints.py" />
            <source>The unfinished training was begun with other settings: {names}.</source>
            <translation>Das unfertige Training begann mit anderen Einstellungen: {names}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/checkpoints.py" />
            <source>What differs: {differences}.</source>
            <translation>Was abweicht: {differences}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/checkpoints.py" />
            <source>Use the same settings again, or delete {folder} to start anew.</source>
            <translation>Dieselben Einstellungen wieder verwenden oder {folder} löschen, um neu zu beginnen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/checkpoints.py" />
            <source>The state of the unfinished training cannot be read.</source>
            <translation>Der Stand des unfertigen Trainings lässt sich nicht lesen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/checkpoints.py" />
            <source>Delete {folder} and start again.</source>
            <translation>{folder} löschen und neu beginnen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>Its title, or the name of its folder, does not fit into a line.</source>
            <translation>Sein Titel oder der Name seines Ordners passt nicht in eine Zeile.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>Choose another with --title or --out.</source>
            <translation>Wählen Sie mit --title oder --out einen anderen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>The training had to stop: a file could not be read or written.</source>
            <translation>Das Training musste aufhören: Eine Datei ließ sich nicht lesen oder schreiben.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>See that there is room, and that you may write there; --resume goes on after the last epoch.</source>
            <translation>Darauf achten, dass Platz ist und dort geschrieben werden darf; --resume macht nach der letzten Epoche weiter.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>There is no unfinished training to resume.</source>
            <translation>Es gibt kein unfertiges Training, das weitergehen könnte.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>{folder} holds no state of one.</source>
            <translation>{folder} enthält keinen Stand davon.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>Run the command without --resume.</source>
            <translation>Den Befehl ohne --resume ausführen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>An unfinished training with this name exists.</source>
            <translation>Ein unfertiges Training dieses Namens gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>Its state is in {folder}.</source>
            <translation>Sein Stand liegt in {folder}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>Add --resume to go on with it, or delete that folder to start again.</source>
            <translation>Mit --resume geht es weiter; wird der Ordner gelöscht, beginnt es neu.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>It is not known where the recordings are.</source>
            <translation>Es ist nicht bekannt, wo die Aufnahmen sind.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>Neither --recordings nor the environment variable {variable} names their folder.</source>
            <translation>Weder --recordings noch die Umgebungsvariable {variable} nennt ihren Ordner.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>Give --recordings DIR, where DIR holds a folder for each corpus; or each by --corpus NAME=DIR.</source>
            <translation>--recordings DIR angeben, wobei DIR für jeden Korpus einen Ordner enthält; oder jeden mit --corpus NAME=DIR.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>The folder of the recordings is not there.</source>
            <translation>Der Ordner der Aufnahmen ist nicht da.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>Looked for {folder}.</source>
            <translation>Gesucht wurde {folder}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>Check the path.</source>
            <translation>Den Pfad prüfen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>Recordings are missing: {missing}.</source>
            <translation>Aufnahmen fehlen: {missing}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>{folder} holds no folder of that name.</source>
            <translation>{folder} enthält keinen Ordner dieses Namens.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>Get them as published ({sources}) and put each into a folder of its name in there; or give the corpora that you have with --corpus NAME=DIR.</source>
            <translation>Sie wie veröffentlicht holen ({sources}) und jeden dort in einen Ordner seines Namens legen; oder die vorhandenen Korpora mit --corpus NAME=DIR angeben.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>“{text}” does not name a corpus.</source>
            <translation>„{text}“ nennt keinen Korpus.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>A corpus is given as NAME=DIR.</source>
            <translation>Ein Korpus wird als NAME=DIR angegeben.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>NAME is one of: {names}.</source>
            <translation>NAME ist eines von: {names}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>There is no corpus “{name}”.</source>
            <translation>Es gibt keinen Korpus „{name}“.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>Use: {names}.</source>
            <translation>Verwendbar: {names}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>The recordings are not there.</source>
            <translation>Die Aufnahmen sind nicht da.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>the name does not follow {layout}</source>
            <translation>der Name folgt nicht {layout}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>officially without sound</source>
            <translation>offiziell ohne Ton</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>a copy of {first}</source>
            <translation>eine Kopie von {first}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>No recording in {folder} can be used.</source>
            <translation>Keine Aufnahme in {folder} ist brauchbar.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>Check the folder, and how what it holds is called.</source>
            <translation>Den Ordner prüfen, und wie heißt, was er enthält.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>Expected: {layout}. Found no recordings at all.</source>
            <translation>Erwartet wird: {layout}. Es waren keine Aufnahmen zu finden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>Expected: {layout}. Found {count} that could not be used, such as {path}: {reason}.</source>
            <translation>Erwartet wird: {layout}. {count} waren nicht brauchbar, wie {path}: {reason}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>EMOTION/SPEAKER/any.wav or SPEAKER/EMOTION/any.wav, or EMOTION/any.wav where nobody knows the speakers</source>
            <translation>EMOTION/SPRECHER/beliebig.wav oder SPRECHER/EMOTION/beliebig.wav, oder EMOTION/beliebig.wav, wo niemand die Sprecher kennt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>a table with the columns file, emotion, speaker and, if known, sex</source>
            <translation>eine Tabelle mit den Spalten file, emotion, speaker und, falls bekannt, sex</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>in no folder</source>
            <translation>in keinem Ordner</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>“{name}” is not the name of an emotion</source>
            <translation>„{name}“ ist nicht der Name einer Emotion</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>named twice in the table</source>
            <translation>zweimal in der Tabelle genannt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>Give a text file in UTF-8, as “CSV UTF-8” in a spreadsheet program writes it.</source>
            <translation>Eine Textdatei in UTF-8 angeben, wie eine Tabellenkalkulation sie als „CSV UTF-8“ schreibt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>{name} lacks a column: {missing}.</source>
            <translation>In {name} fehlt eine Spalte: {missing}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>Its columns are: {columns}.</source>
            <translation>Die Spalten sind: {columns}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>Expected: {layout}.</source>
            <translation>Erwartet wird: {layout}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/extract.py" />
            <source>it cannot be read ({reason})</source>
            <translation>sie lässt sich nicht lesen ({reason})</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/extract.py" />
            <source>Computing the features was cut short: one of the processes at work died.</source>
            <translation>Die Berechnung der Merkmale brach ab: Einer der Prozesse ist abgestürzt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/extract.py" />
            <source>Perhaps the computer ran out of memory.</source>
            <translation>Vielleicht ging dem Computer der Speicher aus.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/extract.py" />
            <source>Close other programs and run the command again; what was done is kept.</source>
            <translation>Andere Programme schließen und den Befehl noch einmal ausführen; was fertig ist, bleibt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/extract.py" />
            <source>{name} is shorter than {least_s} s.</source>
            <translation>{name} ist kürzer als {least_s} s.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/order.py" />
            <source>It is not said what to train.</source>
            <translation>Es ist nicht gesagt, was trainiert werden soll.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/order.py" />
            <source>A training needs a recipe, or recordings and a folder for the model.</source>
            <translation>Ein Training braucht ein Rezept oder Aufnahmen und einen Ordner für das Modell.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/order.py" />
            <source>Give --recipe NAME (--recipes lists them), or --corpus NAME=DIR and --out DIR.</source>
            <translation>--recipe NAME angeben (--recipes zählt sie auf) oder --corpus NAME=DIR und --out DIR.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/order.py" />
            <source>--merge takes two emotions, as in calm=neutral.</source>
            <translation>--merge nimmt zwei Emotionen, wie in calm=neutral.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/orders.py" />
            <source>Training was stopped before its first epoch ended; there is no model to keep.</source>
            <translation>Das Training wurde vor dem Ende der ersten Epoche beendet; es gibt kein Modell zu behalten.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/orders.py" />
            <source>Start it again and let at least one epoch finish.</source>
            <translation>Neu starten und mindestens eine Epoche zu Ende laufen lassen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>No clip is labelled {missing}.</source>
            <translation>Kein Clip ist als {missing} bezeichnet.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>The recordings hold {found}.</source>
            <translation>Die Aufnahmen enthalten {found}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>Name the emotions to tell apart with --labels, or add a corpus that has these too.</source>
            <translation>Die zu unterscheidenden Emotionen mit --labels nennen oder einen Korpus hinzufügen, der auch diese hat.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>There is one emotion only; a model needs at least two to tell apart.</source>
            <translation>Es gibt nur eine Emotion; ein Modell braucht mindestens zwei, um zu unterscheiden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>All clips are labelled {label}.</source>
            <translation>Alle Clips sind als {label} bezeichnet.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>Add recordings of another emotion.</source>
            <translation>Aufnahmen einer anderen Emotion hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>{count} recordings are in more than one of the corpora given.</source>
            <translation>{count} Aufnahmen sind in mehr als einem der angegebenen Korpora.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>One is {path}.</source>
            <translation>Eine davon ist {path}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>Give each recording once: else the same voice could be trained on and tested.</source>
            <translation>Jede Aufnahme nur einmal angeben: Sonst könnte dieselbe Stimme trainiert und geprüft werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>None of the recordings held out for {part} could be used.</source>
            <translation>Keine der für {part} zurückgehaltenen Aufnahmen war brauchbar.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>Mend the recordings that were left out, or choose others with another --seed.</source>
            <translation>Die ausgelassenen Aufnahmen richten oder mit einem anderen --seed andere wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>Nobody in the training part sounds {labels}: all who do are held out.</source>
            <translation>Niemand im Trainingsteil klingt {labels}: Alle, die es tun, sind zurückgehalten.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>Leave the label out with --labels, add speakers, or choose others with another --seed.</source>
            <translation>Diese Emotion mit --labels weglassen, Sprecher hinzufügen oder mit einem anderen --seed andere wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/recipes/recipe.py" />
            <source>There is no recipe “{name}”.</source>
            <translation>Es gibt kein Rezept „{name}“.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/recipes/recipe.py" />
            <source>Bundled are {names}.</source>
            <translation>Mitgeliefert sind {names}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/recipes/recipe.py" />
            <source>Give one of these, or the path of a TOML file.</source>
            <translation>Eines davon angeben oder den Pfad einer TOML-Datei.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/recipes/recipe.py" />
            <source>This recipe cannot be used.</source>
            <translation>Dieses Rezept ist nicht brauchbar.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/recipes/recipe.py" />
            <source>Correct the file.</source>
            <translation>Die Datei berichtigen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/report.py" />
            <source>{folder} holds more than a model and is not replaced.</source>
            <translation>{folder} enthält mehr als ein Modell und wird nicht ersetzt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/report.py" />
            <source>For example {name}. Nothing was changed.</source>
            <translation>Zum Beispiel {name}. Nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/report.py" />
            <source>Choose another name with --out, or move these files away.</source>
            <translation>Mit --out einen anderen Namen wählen oder diese Dateien verschieben.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/report.py" />
            <source>{folder} already exists.</source>
            <translation>{folder} gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/report.py" />
            <source>Nothing was changed.</source>
            <translation>Nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/report.py" />
            <source>Choose another name with --out, or add --replace.</source>
            <translation>Mit --out einen anderen Namen wählen oder --replace hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/request.py" />
            <source>At least one corpus is needed.</source>
            <translation>Mindestens ein Korpus ist nötig.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/request.py" />
            <source>Give recordings with --corpus.</source>
            <translation>Aufnahmen mit --corpus angeben.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>There are too few recordings of an emotion to learn it.</source>
            <translation>Von einer Emotion gibt es zu wenige Aufnahmen, um sie zu lernen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>{label}: {count}, and at least {least} are needed; far more are better.</source>
            <translation>{label}: {count}, und mindestens {least} sind nötig; weit mehr sind besser.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>Add recordings of it, or leave this emotion out.</source>
            <translation>Aufnahmen davon hinzufügen oder diese Emotion weglassen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>No speaker can be held out, so nothing could tell how well the model does on a stranger.</source>
            <translation>Niemand kann zurückgehalten werden; also könnte nichts sagen, wie gut das Modell bei Fremden ist.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>Of {corpora} fewer than {least} speakers are named.</source>
            <translation>Aus {corpora} sind weniger als {least} Sprecher benannt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>Name the speakers (EMOTION/SPEAKER/file, or the column speaker), or add another corpus.</source>
            <translation>Die Sprecher benennen (EMOTION/SPEAKER/Datei oder die Spalte speaker) oder einen weiteren Korpus hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>no corpus</source>
            <translation>keinem Korpus</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Live</source>
            <translation>Live</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Clips</source>
            <translation>Clips</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Recordings</source>
            <translation>Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>One recording</source>
            <translation>Eine Aufnahme</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Take it away</source>
            <translation>Mitnehmen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Start or stop listening</source>
            <translation>Zuhören starten oder beenden</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Choose the microphone</source>
            <translation>Mikrofon auswählen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Look for microphones again</source>
            <translation>Noch einmal nach Mikrofonen suchen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Put the clip lamp out</source>
            <translation>Clip-Lampe löschen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Test the microphone…</source>
            <translation>Mikrofon testen…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Calibrate to my voice…</source>
            <translation>Auf meine Stimme einstellen…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Record a clip; while it counts in, begin at once</source>
            <translation>Clip aufnehmen; beim Einzählen sofort beginnen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Keep the last seconds as a clip</source>
            <translation>Die letzten Sekunden als Clip behalten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Shorter clips</source>
            <translation>Kürzere Clips</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Longer clips</source>
            <translation>Längere Clips</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Cancel the recording, or leave the clip</source>
            <translation>Aufnahme abbrechen oder Clip verlassen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Play the clip, or stop</source>
            <translation>Clip abspielen oder anhalten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Save the clip</source>
            <translation>Clip sichern</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Discard the clip</source>
            <translation>Clip verwerfen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Put the discarded clip back</source>
            <translation>Verworfenen Clip zurückholen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>The clip before</source>
            <translation>Vorheriger Clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>The clip after</source>
            <translation>Nächster Clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Add recordings…</source>
            <translation>Hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Add a folder…</source>
            <translation>Ordner hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>See the recording</source>
            <translation>Aufnahme ansehen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Try again</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Clear the list</source>
            <translation>Liste leeren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Back to the list</source>
            <translation>Zurück zur Liste</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Play or pause</source>
            <translation>Abspielen oder anhalten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Come nearer</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Go away</source>
            <translation>Verkleinern</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>See all of it</source>
            <translation>Alles zeigen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>See the selection</source>
            <translation>Auswahl zeigen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Move the cursor back</source>
            <translation>Cursor zurück</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Move the cursor on</source>
            <translation>Cursor vor</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Go to the beginning</source>
            <translation>Zum Anfang</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Go to the end</source>
            <translation>Zum Ende</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Select back</source>
            <translation>Rückwärts auswählen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Select on</source>
            <translation>Vorwärts auswählen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Select all of it</source>
            <translation>Alles auswählen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Use this model</source>
            <translation>Dieses Modell benutzen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Compare…</source>
            <translation>Vergleichen…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Import…</source>
            <translation>Importieren…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Train your own…</source>
            <translation>Eigenes trainieren…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Export…</source>
            <translation>Exportieren…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Copy as text</source>
            <translation>Als Text kopieren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Show what is heard now</source>
            <translation>Zeigen, was jetzt zu hören ist</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Show the recordings</source>
            <translation>Aufnahmen zeigen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Show the models</source>
            <translation>Modelle zeigen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Open the menu</source>
            <translation>Menü öffnen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Preferences…</source>
            <translation>Einstellungen…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Presentation</source>
            <translation>Präsentation</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Mini view</source>
            <translation>Miniansicht</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Back to the window</source>
            <translation>Zurück zum Fenster</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Presentation on the next screen</source>
            <translation>Präsentation auf dem nächsten Bildschirm</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Level</source>
            <translation>Pegel</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Voice and attention</source>
            <translation>Stimme und Aufmerksamkeit</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Emotions</source>
            <translation>Emotionen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Timeline</source>
            <translation>Zeitverlauf</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Arousal and valence</source>
            <translation>Erregung und Valenz</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Keyboard shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Welcome page</source>
            <translation>Willkommensseite</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Copy report…</source>
            <translation>Bericht kopieren…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>About this program</source>
            <translation>Über dieses Programm</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>{names} and {last} are there already.</source>
            <translation>{names} und {last} sind schon da.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>In {folder}.</source>
            <translation>In {folder}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>Replace</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>One clip is not saved.</source>
            <translation>Ein Clip ist nicht gesichert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>{count} clips are not saved.</source>
            <translation>{count} Clips sind nicht gesichert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>What is in memory only goes with the program.</source>
            <translation>Was nur im Speicher liegt, geht mit dem Programm verloren.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>“{name}” is deleted for good.</source>
            <translation>„{name}“ wird endgültig gelöscht.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>What was learned of this voice is lost.</source>
            <translation>Was über diese Stimme gelernt wurde, geht verloren.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Take the clip off; it can be put back for a while</source>
            <translation>Clip wegnehmen; er lässt sich eine Weile zurückholen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Save WAV…</source>
            <translation>WAV sichern…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Save the clip as a sound file</source>
            <translation>Clip als Tondatei sichern</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Save its analysis for other programs</source>
            <translation>Seine Analyse für andere Programme sichern</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Back to what is listened to</source>
            <translation>Zurück zu dem, was gehört wird</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Clip. {line}</source>
            <translation>Clip. {line}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Stop</source>
            <translation>Stopp</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Play</source>
            <translation>Abspielen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Saved as {name}.</source>
            <translation>Gesichert als {name}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Not saved: in memory only.</source>
            <translation>Nicht gesichert: nur im Speicher.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/desk.py" />
            <source>WAV sound</source>
            <translation>WAV-Ton</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/desk.py" />
            <source>Clip discarded.</source>
            <translation>Clip verworfen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/desk.py" />
            <source>Clip taken off; its file stays.</source>
            <translation>Clip weggenommen; seine Datei bleibt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/desk.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/shelf.py" />
            <source>{count} clips are kept already, and none of them is saved.</source>
            <translation>{count} Clips sind schon da, und keiner davon ist gesichert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/shelf.py" />
            <source>Each takes room in memory.</source>
            <translation>Jeder braucht Platz im Speicher.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/shelf.py" />
            <source>Save one, or discard one.</source>
            <translation>Einen sichern oder verwerfen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Length of a clip</source>
            <translation>Länge eines Clips</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Record</source>
            <translation>Aufnehmen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Last {length}</source>
            <translation>Letzte {length}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Drop what is being recorded</source>
            <translation>Laufende Aufnahme verwerfen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Record the next {length}</source>
            <translation>Die nächsten {length} aufnehmen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Keep the last {length} as a clip</source>
            <translation>Die letzten {length} als Clip behalten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Show or hide the last minutes of this session</source>
            <translation>Die letzten Minuten dieser Sitzung zeigen oder verbergen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Save what was decided in this session for other programs</source>
            <translation>Sichern, was in dieser Sitzung entschieden wurde, für andere Programme</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Clip {line}</source>
            <translation>Clip {line}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>System default: {name}</source>
            <translation>Systemvorgabe: {name}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>System default</source>
            <translation>Systemvorgabe</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>1 channel</source>
            <translation>1 Kanal</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>{count} channels</source>
            <translation>{count} Kanäle</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>{name} (not connected)</source>
            <translation>{name} (nicht verbunden)</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>{name} is not connected.</source>
            <translation>{name} ist nicht verbunden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>The system's default is used instead: {default}.</source>
            <translation>Stattdessen gilt die Vorgabe des Systems: {default}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>The system's default is used instead.</source>
            <translation>Stattdessen gilt die Vorgabe des Systems.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Parts and licences</source>
            <translation>Bestandteile und Lizenzen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Shows, as somebody speaks, how the voice sounds. It judges the sound alone: it does not know what anybody feels, and is not made for judging people at work or in school.</source>
            <translation>Zeigt, während jemand spricht, wie die Stimme klingt. Es beurteilt allein den Klang: Was jemand fühlt, weiß es nicht, und um Menschen bei der Arbeit oder in der Schule zu beurteilen, ist es nicht gemacht.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Copy all</source>
            <translation>Alles kopieren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Part</source>
            <translation>Teil</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>The program itself: MIT licence. Parts of others that it is made of:</source>
            <translation>Das Programm selbst: MIT-Lizenz. Teile anderer, aus denen es besteht:</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/folders.py" />
            <source>Folders</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/folders.py" />
            <source>Where a clip is proposed to be saved. Nothing is saved unless you say so.</source>
            <translation>Wo ein Clip zum Sichern vorgeschlagen wird. Ungefragt wird nichts gesichert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/folders.py" />
            <source>Where recordings are looked for first.</source>
            <translation>Wo zuerst nach Aufnahmen gesucht wird.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/folders.py" />
            <source>This folder is not there now; {default} is used instead.</source>
            <translation>Dieser Ordner ist gerade nicht da; stattdessen gilt {default}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/folders.py" />
            <source>Choose…</source>
            <translation>Auswählen…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/folders.py" />
            <source>Back to default</source>
            <translation>Zur Vorgabe</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>This sounds fine.</source>
            <translation>Das klingt gut.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>The voice is too quiet.</source>
            <translation>Die Stimme ist zu leise.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Come nearer, or raise the microphone's level in the sound settings of the system.</source>
            <translation>Näher herangehen oder den Pegel des Mikrofons in den Toneinstellungen des Systems erhöhen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Too loud: the sound is clipped.</source>
            <translation>Zu laut: Der Ton ist übersteuert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Lower the microphone's level in the sound settings of the system, or keep more distance.</source>
            <translation>Den Pegel des Mikrofons in den Toneinstellungen des Systems senken oder mehr Abstand halten.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Nobody was heard to speak.</source>
            <translation>Es war niemand zu hören.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>If you did: come nearer, or choose another microphone.</source>
            <translation>Falls doch jemand sprach: näher herangehen oder ein anderes Mikrofon wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>It hums: the mains is heard.</source>
            <translation>Es brummt: Das Stromnetz ist zu hören.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Try another socket, cable or port, or let the computer run on its battery.</source>
            <translation>Eine andere Steckdose, ein anderes Kabel oder einen anderen Anschluss versuchen oder den Computer mit Akku betreiben.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>The noise around is nearly as loud as the voice.</source>
            <translation>Der Lärm ringsum ist fast so laut wie die Stimme.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Come nearer, close the window, turn fans off; best of all is a headset.</source>
            <translation>Näher herangehen, das Fenster schließen, Lüfter ausschalten; am besten ist ein Headset.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Test the microphone</source>
            <translation>Mikrofon testen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Play again</source>
            <translation>Noch einmal abspielen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Record again</source>
            <translation>Noch einmal aufnehmen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Still {length}: any sentence, as loud as usual.</source>
            <translation>Noch {length}: irgendein Satz, so laut wie sonst.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Speak now.</source>
            <translation>Jetzt sprechen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>One moment</source>
            <translation>Einen Moment</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>It takes three seconds, and nothing of it is kept.</source>
            <translation>Es dauert drei Sekunden, und nichts davon wird behalten.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Press Record and say a sentence; then you hear it.</source>
            <translation>„Aufnehmen“ drücken und einen Satz sagen; danach ist er zu hören.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Voice {voice} dBFS, room {room} dBFS.</source>
            <translation>Stimme {voice} dBFS, Raum {room} dBFS.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>{name}, in milliseconds</source>
            <translation>{name}, in Millisekunden</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>{name}, in percent</source>
            <translation>{name}, in Prozent</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Appearance</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Theme</source>
            <translation>Farbschema</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>How the window looks. High contrast is dark or light, as the system is.</source>
            <translation>Wie das Fenster aussieht. Hoher Kontrast ist dunkel oder hell, wie das System.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>High contrast</source>
            <translation>Hoher Kontrast</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Colours of the emotions</source>
            <translation>Farben der Emotionen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>The second choice keeps any two of them apart for colour-blind eyes, too.</source>
            <translation>Die zweite Wahl hält je zwei davon auch für farbenblinde Augen auseinander.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>As expected</source>
            <translation>Wie gewohnt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>For colour-blind eyes</source>
            <translation>Für farbenblinde Augen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>How it listens</source>
            <translation>Wie es zuhört</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Speech heard at once</source>
            <translation>Sprache auf einmal</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>How much of what was just said counts. Less follows a change sooner, more is surer.</source>
            <translation>Wie viel vom eben Gesagten zählt. Weniger folgt einem Wechsel früher, mehr ist sicherer.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>A new answer every</source>
            <translation>Neue Antwort alle</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>More often looks livelier, and keeps the processor busier.</source>
            <translation>Öfter wirkt lebendiger und beschäftigt den Prozessor mehr.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Smoothing</source>
            <translation>Glättung</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>How long earlier answers count. Quick shows each as it comes, slow keeps the bars calm.</source>
            <translation>Wie lange frühere Antworten zählen. Schnell zeigt jede, wie sie kommt, langsam hält die Balken ruhig.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>quick</source>
            <translation>schnell</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>slow</source>
            <translation>langsam</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Unsure below</source>
            <translation>Unsicher unter</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Where no emotion is likelier than this, the program says so instead of naming one.</source>
            <translation>Wo keine Emotion wahrscheinlicher ist als das, sagt das Programm dies, statt eine zu nennen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Speech gate</source>
            <translation>Sprachschwelle</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>How sure it must be that somebody speaks. Lower hears whispers, and more noise.</source>
            <translation>Wie sicher es sein muss, dass jemand spricht. Niedriger hört Flüstern, und mehr Geräusche.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>{value}, as the model</source>
            <translation>{value}, wie das Modell</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>As the model has it: {share}</source>
            <translation>Wie im Modell: {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Language of the window</source>
            <translation>Sprache des Fensters</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Changes at once, and how numbers and times are written with it.</source>
            <translation>Wechselt sofort, und mit ihr, wie Zahlen und Zeiten geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>As the system: {language}</source>
            <translation>Wie das System: {language}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/preferences.py" />
            <source>Preferences</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/preferences.py" />
            <source>Pages of the preferences</source>
            <translation>Seiten der Einstellungen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/preferences.py" />
            <source>Back to how it came</source>
            <translation>Zurück zum Anfangszustand</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/preferences.py" />
            <source>This page is as the program came.</source>
            <translation>Diese Seite ist wie bei einem neuen Programm.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/report.py" />
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/report.py" />
            <source>If something went wrong, this text helps to find out why. It holds no sound, and is sent nowhere: read it, copy it, and pass it on yourself.</source>
            <translation>Ging etwas schief, hilft dieser Text, den Grund zu finden. Er enthält keinen Ton und wird nirgendwohin gesendet: bitte lesen, kopieren und selbst weitergeben.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/report.py" />
            <source>One moment…</source>
            <translation>Einen Moment…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/report.py" />
            <source>With names of files</source>
            <translation>Mit den Namen von Dateien</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/report.py" />
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/shortcuts.py" />
            <source>in the menu</source>
            <translation>im Menü</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/shortcuts.py" />
            <source>Find an action or a key</source>
            <translation>Aktion oder Taste suchen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/shortcuts.py" />
            <source>Nothing is called “{text}”.</source>
            <translation>Nichts heißt „{text}“.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/swatches.py" />
            <source>Colours of {names}</source>
            <translation>Farben von {names}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>Your voice</source>
            <translation>Deine Stimme</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>Voice profile</source>
            <translation>Stimmprofil</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>A profile tells the program what your ordinary speech sounds like, so that it does not take the voice that you have for an emotion. It stays on this computer.</source>
            <translation>Ein Profil sagt dem Programm, wie du gewöhnlich klingst, damit es deine Stimme nicht für eine Emotion hält. Es bleibt auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>Adapts as you speak</source>
            <translation>Lernt beim Sprechen dazu</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>Learns from each utterance what the person who speaks sounds like. It takes for granted that you speak in all moods: after an hour of calm it no longer hears calm as calm.</source>
            <translation>Lernt mit jeder Äußerung, wie die sprechende Person klingt. Es setzt voraus, dass du in allen Stimmungen sprichst: Nach einer Stunde Ruhe hört es Ruhe nicht mehr als Ruhe.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>{name} (cannot be used now)</source>
            <translation>{name} (zurzeit nicht brauchbar)</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>None: hear me like anybody</source>
            <translation>Keines: wie alle anderen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>CSV table</source>
            <translation>CSV-Tabelle</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Audacity labels</source>
            <translation>Audacity-Textmarken</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Praat TextGrid</source>
            <translation>Praat-TextGrid</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>ELAN annotations</source>
            <translation>ELAN-Annotationen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Picture of the plot (PNG)…</source>
            <translation>Bild der Darstellung (PNG)…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Copy to the clipboard</source>
            <translation>In die Zwischenablage kopieren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Export: {kind}</source>
            <translation>Exportieren: {kind}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Copied: text and picture.</source>
            <translation>Kopiert: Text und Bild.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/asking.py" />
            <source>Add recordings</source>
            <translation>Aufnahmen hinzufügen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/asking.py" />
            <source>Add a folder of recordings</source>
            <translation>Ordner mit Aufnahmen hinzufügen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/asking.py" />
            <source>Export {count} results into a folder</source>
            <translation>{count} Ergebnisse in einen Ordner exportieren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/asking.py" />
            <source>{count} files are there already.</source>
            <translation>{count} Dateien sind schon da.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/asking.py" />
            <source>In {folder}. Keeping both gives the new ones another name.</source>
            <translation>In {folder}. Sollen beide bleiben, bekommen die neuen einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/asking.py" />
            <source>Keep both</source>
            <translation>Beide behalten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/lines.py" />
            <source>Legend</source>
            <translation>Legende</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/listing.py" />
            <source>Or press {files} for files, {folder} for a folder.</source>
            <translation>Oder {files} für Dateien, {folder} für einen Ordner drücken.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/model.py" />
            <source>Recording</source>
            <translation>Aufnahme</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/model.py" />
            <source>State</source>
            <translation>Stand</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/model.py" />
            <source>Sounds</source>
            <translation>Klingt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/model.py" />
            <source>Confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/model.py" />
            <source>Duration</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/page.py" />
            <source>And {count} more were not saved.</source>
            <translation>Und {count} weitere wurden nicht gesichert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/page.py" />
            <source>Saved {count} files in {folder}.</source>
            <translation>{count} Dateien in {folder} gesichert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/picture.py" />
            <source>{title} ({name}), windows of {window} s every {hop} s, unsure below {share}; SER Desktop {version}</source>
            <translation>{title} ({name}), Fenster von {window} s alle {hop} s, unsicher unter {share}; SER Desktop {version}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/region.py" />
            <source>too short.</source>
            <translation>zu kurz.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/region.py" />
            <source>one moment…</source>
            <translation>einen Moment…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/rows.py" />
            <source>1 file</source>
            <translation>1 Datei</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/rows.py" />
            <source>{count} files</source>
            <translation>{count} Dateien</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/rows.py" />
            <source>{count} done</source>
            <translation>{count} fertig</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/rows.py" />
            <source>{count} failed</source>
            <translation>{count} gescheitert</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/rows.py" />
            <source>{count} cancelled</source>
            <translation>{count} abgebrochen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/rows.py" />
            <source>{count} waiting</source>
            <translation>{count} warten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/saving.py" />
            <source>Try again.</source>
            <translation>Noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/taking.py" />
            <source>Copied: table and picture.</source>
            <translation>Kopiert: Tabelle und Bild.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/taking.py" />
            <source>Copied: 1 recording.</source>
            <translation>Kopiert: 1 Aufnahme.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/taking.py" />
            <source>Copied: {count} recordings.</source>
            <translation>Kopiert: {count} Aufnahmen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/view.py" />
            <source>Stretch that is seen</source>
            <translation>Sichtbarer Abschnitt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/view.py" />
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Drop recordings to hear how they sound</source>
            <translation>Aufnahmen hierher ziehen und erfahren, wie sie klingen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>WAV, FLAC, Ogg, Opus, MP3 and AIFF, at any rate; folders too.</source>
            <translation>WAV, FLAC, Ogg, Opus, MP3 und AIFF, mit jeder Abtastrate; auch Ordner.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Looking for recordings…</source>
            <translation>Aufnahmen werden gesucht…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Not audio</source>
            <translation>Kein Ton</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Empty</source>
            <translation>Leer</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Damaged</source>
            <translation>Beschädigt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Too short</source>
            <translation>Zu kurz</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>No permission</source>
            <translation>Kein Zugriff</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Not there</source>
            <translation>Nicht da</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Not readable</source>
            <translation>Nicht lesbar</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>No file</source>
            <translation>Keine Datei</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>No model</source>
            <translation>Kein Modell</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Failed</source>
            <translation>Gescheitert</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Its header promises more sound than the file holds: it was cut off, or never finished.</source>
            <translation>Der Kopf verspricht mehr Ton, als die Datei enthält: Sie wurde abgeschnitten oder nie fertig.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>It holds samples that are no numbers; they count as silence.</source>
            <translation>Sie enthält Abtastwerte, die keine Zahlen sind; sie gelten als Stille.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Cancelled</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Begun</source>
            <translation>Läuft</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Cut off</source>
            <translation>Abgeschnitten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>No speech</source>
            <translation>Keine Sprache</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Unsure</source>
            <translation>Unsicher</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>no speech</source>
            <translation>keine Sprache</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>unsure, perhaps {how} {share}</source>
            <translation>unsicher, vielleicht {how} {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>sounds {how} {share}</source>
            <translation>klingt {how} {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>then {how} {share}</source>
            <translation>dann {how} {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Whole recording: {answer}</source>
            <translation>Ganze Aufnahme: {answer}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Being analysed: {share}</source>
            <translation>Wird analysiert: {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Selection {start} to {end}: {answer}</source>
            <translation>Auswahl {start} bis {end}: {answer}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>1 utterance</source>
            <translation>1 Äußerung</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>{count} utterances</source>
            <translation>{count} Äußerungen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>It is damaged after {length} s; the rest was not heard.</source>
            <translation>Sie ist nach {length} s beschädigt; der Rest wurde nicht gehört.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>less than a minute left</source>
            <translation>noch weniger als eine Minute</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>about 1 minute left</source>
            <translation>noch etwa 1 Minute</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>about {count} minutes left</source>
            <translation>noch etwa {count} Minuten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>about 1 hour left</source>
            <translation>noch etwa 1 Stunde</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>about {count} hours left</source>
            <translation>noch etwa {count} Stunden</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/live_page.py" />
            <source>There is room for it in a larger window.</source>
            <translation>In einem größeren Fenster ist Platz dafür.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/main_window.py" />
            <source>The program ended unexpectedly last time.</source>
            <translation>Das Programm endete beim letzten Mal unerwartet.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/menu.py" />
            <source>Menu</source>
            <translation>Menü</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/mini.py" />
            <source>Double click, or Return: back to the window</source>
            <translation>Doppelklick oder Eingabetaste: zurück zum Fenster</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Where is the model?</source>
            <translation>Wo ist das Modell?</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>A model is a folder with model.tflite and manifest.json in it, or a .zip of such a folder.</source>
            <translation>Ein Modell ist ein Ordner mit model.tflite und manifest.json darin oder eine .zip-Datei eines solchen Ordners.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Folder…</source>
            <translation>Ordner…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>.zip file…</source>
            <translation>.zip-Datei…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Import a model</source>
            <translation>Modell importieren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Model as .zip</source>
            <translation>Modell als .zip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Folder of recordings to learn from</source>
            <translation>Ordner mit Aufnahmen zum Lernen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>A recording</source>
            <translation>Eine Aufnahme</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>A model called “{name}” is there already.</source>
            <translation>Ein Modell namens „{name}“ ist schon da.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>The new one would take its place.</source>
            <translation>Das neue würde seinen Platz einnehmen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Its folder is deleted and cannot be brought back.</source>
            <translation>Sein Ordner wird gelöscht und lässt sich nicht zurückholen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>It is in use; the model that came with the program takes its place.</source>
            <translation>Es ist in Gebrauch; das Modell, das mit dem Programm kam, nimmt seinen Platz ein.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Remove “{title}”?</source>
            <translation>„{title}“ entfernen?</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Cancel the training?</source>
            <translation>Das Training abbrechen?</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>What was learned so far is lost.</source>
            <translation>Was bisher gelernt wurde, geht verloren.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Cancel the training</source>
            <translation>Training abbrechen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Train on</source>
            <translation>Weiter trainieren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>A model is being trained.</source>
            <translation>Ein Modell wird trainiert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>The training ends with the program. It can be gone on with under the same name.</source>
            <translation>Das Training endet mit dem Programm. Unter demselben Namen lässt es sich fortsetzen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/bringing.py" />
            <source>One model at a time: another is being looked at.</source>
            <translation>Ein Modell nach dem anderen: Ein anderes wird gerade geprüft.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/bringing.py" />
            <source>Looking at {name}…</source>
            <translation>{name} wird geprüft…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/card.py" />
            <source>Card of the model</source>
            <translation>Modellkarte</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/card.py" />
            <source>In use</source>
            <translation>In Gebrauch</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/card.py" />
            <source>This model came without a card.</source>
            <translation>Dieses Modell kam ohne Karte.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/card.py" />
            <source>Hears {emotions}</source>
            <translation>Hört {emotions}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>There is nothing to compare on yet</source>
            <translation>Es gibt noch nichts zum Vergleichen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Two models are heard on the same clip or recording.</source>
            <translation>Zwei Modelle hören denselben Clip oder dieselbe Aufnahme.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Record a clip on the page “Live” with R, add recordings on the page “Recordings”, or choose a file.</source>
            <translation>Auf der Seite „Live“ mit R einen Clip aufnehmen, auf der Seite „Aufnahmen“ Aufnahmen hinzufügen oder eine Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>There is only one model</source>
            <translation>Es gibt nur ein Modell</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Two are needed to compare.</source>
            <translation>Zum Vergleichen braucht es zwei.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Import another one, or train your own.</source>
            <translation>Ein weiteres importieren oder ein eigenes trainieren.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Choose a file…</source>
            <translation>Datei wählen…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Compare on</source>
            <translation>Vergleichen an</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Clip or recording to compare on</source>
            <translation>Clip oder Aufnahme zum Vergleichen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>First model</source>
            <translation>Erstes Modell</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Second model</source>
            <translation>Zweites Modell</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Listening… {share}</source>
            <translation>Hört… {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>The training goes on</source>
            <translation>Das Training läuft weiter</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>Stop and keep the best</source>
            <translation>Beenden und das Beste behalten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>Cancel…</source>
            <translation>Abbrechen…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>Error while learning (loss)</source>
            <translation>Fehler beim Lernen (Loss)</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>Emotions right on what is kept apart</source>
            <translation>Richtige Emotionen bei Zurückgehaltenem</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>Progress of the training</source>
            <translation>Fortschritt des Trainings</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>“{title}” is being trained</source>
            <translation>„{title}“ wird trainiert</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>On validation</source>
            <translation>Bei der Validierung</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>On what it learns from</source>
            <translation>Bei dem, woraus es lernt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>Right</source>
            <translation>Richtig</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>by guessing</source>
            <translation>durch Raten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>Nobody speaks in it.</source>
            <translation>Niemand spricht darin.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>Only {model} found speech in it.</source>
            <translation>Nur {model} fand Sprache darin.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>Both are unsure.</source>
            <translation>Beide sind unsicher.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>Both name the same: {emotion}.</source>
            <translation>Beide nennen dasselbe: {emotion}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>They differ. {first}: {one}, {second}: {other}.</source>
            <translation>Sie sind uneins. {first}: {one}, {second}: {other}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>Furthest apart: {emotion}, {first} and {second}.</source>
            <translation>Am weitesten auseinander: {emotion}, {first} und {second}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>Only {model} knows: {emotions}.</source>
            <translation>Nur {model} kennt: {emotions}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>recordings/
  anger/
    anna/   one.wav  two.wav
    ben/    one.wav
  sadness/
    anna/   one.wav</source>
            <translation>aufnahmen/
  wut/
    anna/   eins.wav  zwei.wav
    ben/    eins.wav
  trauer/
    anna/   eins.wav</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>A folder for each emotion, and in it one for each person who speaks. The other way round does too, and without folders for people where nobody knows who speaks. Emotions may be named in English, German, Italian, French, Spanish or Portuguese.</source>
            <translation>Ein Ordner für jede Emotion, und darin einer für jede Person, die spricht. Umgekehrt geht es auch, und ohne Ordner für Personen, wo niemand weiß, wer spricht. Die Emotionen dürfen auf Englisch, Deutsch, Italienisch, Französisch, Spanisch oder Portugiesisch heißen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>With ten people or more some can be kept apart: how the model does on them is what strangers may expect. At least four are needed for that. Your own voice alone will do as well, with some twenty recordings of each emotion; the model then works for your voice, and its figure says nothing about anybody else's.</source>
            <translation>Ab zehn Personen lassen sich einige zurückhalten: Wie das Modell bei ihnen abschneidet, dürfen Fremde erwarten. Mindestens vier sind dafür nötig. Auch die eigene Stimme allein genügt, mit etwa zwanzig Aufnahmen jeder Emotion; dann arbeitet das Modell für diese Stimme, und seine Zahl sagt nichts über andere.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>What the folder should look like</source>
            <translation>Wie der Ordner aussehen sollte</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>How many people?</source>
            <translation>Wie viele Personen?</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>1 recording</source>
            <translation>1 Aufnahme</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>{count} recordings</source>
            <translation>{count} Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>1 person</source>
            <translation>1 Person</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>{count} people</source>
            <translation>{count} Personen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>1 emotion</source>
            <translation>1 Emotion</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>{count} emotions</source>
            <translation>{count} Emotionen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>Some people are kept apart, and the model is measured on them: that figure is for strangers.</source>
            <translation>Einige Personen werden zurückgehalten, und an ihnen wird das Modell gemessen: Diese Zahl gilt für Fremde.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>One person speaks. The model will work for that voice; how it does on others nobody will know.</source>
            <translation>Eine Person spricht. Das Modell wird für diese Stimme arbeiten; wie es bei anderen abschneidet, wird niemand wissen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>Nobody said who speaks. The model will know these voices; its figure will say nothing of others.</source>
            <translation>Niemand hat gesagt, wer spricht. Das Modell wird diese Stimmen kennen; seine Zahl wird nichts über andere sagen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>Too few people speak to keep any apart ({count}, and {least} are needed). The model will know these voices; its figure will not hold for strangers.</source>
            <translation>Es sprechen zu wenige Personen, um welche zurückzuhalten ({count}, und {least} sind nötig). Das Modell wird diese Stimmen kennen; für Fremde gilt seine Zahl nicht.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>Of {count} recordings nobody knows who speaks.</source>
            <translation>Bei {count} Aufnahmen weiß niemand, wer spricht.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>Left out</source>
            <translation>Ausgelassen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>{count} more reasons</source>
            <translation>{count} weitere Gründe</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>{count} recordings, as {name}: {why}</source>
            <translation>{count} Aufnahmen, wie {name}: {why}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Train your own model</source>
            <translation>Eigenes Modell trainieren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Choose a folder of recordings…</source>
            <translation>Ordner mit Aufnahmen wählen…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Start the training</source>
            <translation>Training starten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Name of the model</source>
            <translation>Name des Modells</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Effort</source>
            <translation>Aufwand</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>My voice</source>
            <translation>Meine Stimme</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Quick: some minutes, for a first impression</source>
            <translation>Schnell: einige Minuten, für einen ersten Eindruck</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Thorough: up to an hour, as the bundled models were trained</source>
            <translation>Gründlich: bis zu einer Stunde, wie die mitgelieferten Modelle</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Go on with the training of this name that was broken off</source>
            <translation>Das abgebrochene Training dieses Namens fortsetzen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>What was found, and what is wanted</source>
            <translation>Was gefunden wurde und was gebraucht wird</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Or drop one here.</source>
            <translation>Oder einen hierher ziehen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>First choose the recordings.</source>
            <translation>Zuerst die Aufnahmen wählen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Looking: {done} of {total}</source>
            <translation>Wird durchgesehen: {done} von {total}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>No model can be made of this folder yet.</source>
            <translation>Aus diesem Ordner lässt sich noch kein Modell machen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>The model needs a name.</source>
            <translation>Das Modell braucht einen Namen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>There is a model of this name already.</source>
            <translation>Ein Modell dieses Namens gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/outcome.py" />
            <source>Back to the models</source>
            <translation>Zurück zu den Modellen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/outcome.py" />
            <source>Train another one</source>
            <translation>Noch eines trainieren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/outcome.py" />
            <source>Use it</source>
            <translation>Benutzen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/outcome.py" />
            <source>“{title}” hears: {emotions}.</source>
            <translation>„{title}“ hört: {emotions}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/outcome.py" />
            <source>Copy the command</source>
            <translation>Befehl kopieren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/outcome.py" />
            <source>Command that installs the trainer</source>
            <translation>Befehl, der das Training installiert</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>Drop a model here</source>
            <translation>Modell hierher ziehen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>A model's folder, or a .zip of it</source>
            <translation>Der Ordner eines Modells oder eine .zip-Datei davon</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>Drop a recording here</source>
            <translation>Aufnahme hierher ziehen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>Both models will hear it</source>
            <translation>Beide Modelle werden sie hören</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>Drop a folder of recordings here</source>
            <translation>Ordner mit Aufnahmen hierher ziehen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>A model will learn from them</source>
            <translation>Ein Modell wird daraus lernen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>“{title}” hears you now.</source>
            <translation>Jetzt hört dich „{title}“.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>“{title}” is installed.</source>
            <translation>„{title}“ ist installiert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>“{title}” was removed.</source>
            <translation>„{title}“ wurde entfernt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>Your model “{title}” is ready.</source>
            <translation>Dein Modell „{title}“ ist fertig.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Starting the trainer</source>
            <translation>Training wird gestartet</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Looking through the recordings</source>
            <translation>Sieht die Aufnahmen durch</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Listening to the recordings</source>
            <translation>Hört die Aufnahmen an</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Learning</source>
            <translation>Lernt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Measuring what the model is worth</source>
            <translation>Misst, was das Modell taugt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Writing the model</source>
            <translation>Schreibt das Modell</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Stopping…</source>
            <translation>Wird beendet…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{doing}, epoch {number} is done</source>
            <translation>{doing}, Epoche {number} ist fertig</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{doing}: {done} of {total}</source>
            <translation>{doing}: {done} von {total}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>a few seconds</source>
            <translation>einige Sekunden</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{count} s</source>
            <translation>{count} s</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{count} min</source>
            <translation>{count} min</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>About {time} left</source>
            <translation>Noch etwa {time}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>About {time} left of this</source>
            <translation>Hiervon noch etwa {time}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>No epoch is done yet.</source>
            <translation>Noch ist keine Epoche fertig.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Epoch {number}: loss {loss}</source>
            <translation>Epoche {number}: Loss {loss}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>on validation {loss}</source>
            <translation>bei der Validierung {loss}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{share} of emotions right on validation</source>
            <translation>{share} der Emotionen richtig bei der Validierung</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>best {share} in epoch {number}</source>
            <translation>am besten {share} in Epoche {number}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>No model came of it</source>
            <translation>Daraus wurde kein Modell</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Cancelled: there is no new model</source>
            <translation>Abgebrochen: Es gibt kein neues Modell</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Stopped: the best so far was kept</source>
            <translation>Beendet: Das bisher Beste ist behalten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Your model is ready</source>
            <translation>Dein Modell ist fertig</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{share} of emotions right on one person whom it never heard.</source>
            <translation>{share} der Emotionen richtig bei einer Person, die es nie gehört hat.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{share} of emotions right on {count} people whom it never heard.</source>
            <translation>{share} der Emotionen richtig bei {count} Personen, die es nie gehört hat.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>So few people are a hint, no more.</source>
            <translation>So wenige Menschen sind ein Hinweis, nicht mehr.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{share} of emotions right on other recordings of the same voices.</source>
            <translation>{share} der Emotionen richtig bei anderen Aufnahmen derselben Stimmen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>What it does with strangers nobody knows.</source>
            <translation>Was es bei Fremden tut, weiß niemand.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>By guessing it would be {share}.</source>
            <translation>Durch Raten wären es {share}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Measured on {count} recordings.</source>
            <translation>Gemessen an {count} Aufnahmen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>Nobody measured it on strangers</source>
            <translation>Niemand hat es an Fremden gemessen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>{share} of emotions right on one stranger</source>
            <translation>{share} der Emotionen richtig bei einer fremden Person</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>{share} of emotions right on strangers</source>
            <translation>{share} der Emotionen richtig bei Fremden</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>{share} of emotions right on {count} strangers</source>
            <translation>{share} der Emotionen richtig bei {count} Fremden</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>The share of clips that it names rightly, the same weight for each emotion, of people whose voices it never heard (unweighted average recall).</source>
            <translation>Der Anteil richtig benannter Clips, jede Emotion mit gleichem Gewicht, von Menschen, deren Stimmen es nie gehört hat (ungewichtete mittlere Trefferquote).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>Your own</source>
            <translation>Eigenes</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>Came with the program</source>
            <translation>Kam mit dem Programm</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>Damaged: it cannot be used</source>
            <translation>Beschädigt: nicht brauchbar</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>Not measured on strangers</source>
            <translation>Nicht an Fremden gemessen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>{share} right on strangers</source>
            <translation>{share} richtig bei Fremden</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>in use</source>
            <translation>in Gebrauch</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/clip.py" />
            <source>the clip</source>
            <translation>des Clips</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/compared.py" />
            <source>Waveform, and what each model attended to</source>
            <translation>Wellenform, und worauf jedes Modell achtete</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/compared.py" />
            <source>Voice</source>
            <translation>Stimme</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/file.py" />
            <source>Waveform, attention, utterances and probabilities over time</source>
            <translation>Wellenform, Aufmerksamkeit, Äußerungen und Wahrscheinlichkeiten über der Zeit</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/lanes.py" />
            <source>How it sounds, moment by moment</source>
            <translation>Wie es klingt, von Moment zu Moment</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>Valence and arousal, {caption}</source>
            <translation>Valenz und Erregung, {caption}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>Each emotion has the place that people gave it in a study; the point is their mean, weighted by what the model says. The trail shows the last eight seconds.</source>
            <translation>Jede Emotion hat den Ort, den Menschen ihr in einer Studie gaben; der Punkt ist ihr Mittel, gewichtet mit dem, was das Modell sagt. Die Spur zeigt die letzten acht Sekunden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>Nobody speaks</source>
            <translation>Niemand spricht</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>derived from the emotions, not measured</source>
            <translation>aus den Emotionen abgeleitet, nicht gemessen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>Valence {valence}, arousal {arousal}</source>
            <translation>Valenz {valence}, Erregung {arousal}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>unpleasant</source>
            <translation>unangenehm</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>Valence</source>
            <translation>Valenz</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>pleasant</source>
            <translation>angenehm</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>calm</source>
            <translation>ruhig</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>Arousal</source>
            <translation>Erregung</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>excited</source>
            <translation>erregt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/timeline.py" />
            <source>Session: the answers of the last five minutes</source>
            <translation>Sitzung: die Antworten der letzten fünf Minuten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/timeline.py" />
            <source>sound is missing</source>
            <translation>Ton fehlt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/timeline.py" />
            <source>nobody spoke</source>
            <translation>niemand sprach</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/timeline.py" />
            <source>recorded: press to hear it</source>
            <translation>aufgenommen: zum Anhören drücken</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/trace.py" />
            <source>the last ten seconds</source>
            <translation>der letzten zehn Sekunden</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/trace.py" />
            <source>Waveform and attention of {what}</source>
            <translation>Wellenform und Aufmerksamkeit {what}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/trace.py" />
            <source>Waveform of {what}. {attention}</source>
            <translation>Wellenform {what}. {attention}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/trace.py" />
            <source>now</source>
            <translation>jetzt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/recall.py" />
            <source>Keep the last {length}</source>
            <translation>Die letzten {length} behalten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/recall.py" />
            <source>{time} was not recorded, but is still in memory.</source>
            <translation>{time} wurde nicht aufgenommen, ist aber noch im Speicher.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/recall.py" />
            <source>{time} was not recorded. {key} keeps the last {length}.</source>
            <translation>{time} wurde nicht aufgenommen. {key} behält die letzten {length}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/reception.py" />
            <source>A clip is being recorded. Test the microphone after it.</source>
            <translation>Ein Clip wird aufgenommen. Das Mikrofon danach testen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/reception.py" />
            <source>{name} is connected again.</source>
            <translation>{name} ist wieder verbunden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/views.py" />
            <source>{key}: back to the window</source>
            <translation>{key}: zurück zum Fenster</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/views.py" />
            <source>{key}: on the next screen</source>
            <translation>{key}: auf dem nächsten Bildschirm</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>The model was made with other people's voices. Once it knows what your everyday voice sounds like, it tells better what differs from it.</source>
            <translation>Das Modell entstand mit den Stimmen anderer. Kennt es erst deine Alltagsstimme, hört es besser, was von ihr abweicht.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Read this aloud as you would tell it to a friend, in your everyday voice and place.</source>
            <translation>Lies das vor, als würdest du es jemandem erzählen, mit deiner Alltagsstimme und am gewohnten Platz.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Your everyday voice, as the model hears it without and with what it has learned.</source>
            <translation>Deine Alltagsstimme, wie das Modell sie ohne und mit dem Gelernten hört.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Calibrate to my voice</source>
            <translation>Auf meine Stimme einstellen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Name of the voice</source>
            <translation>Name der Stimme</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Voices</source>
            <translation>Stimmen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Record a voice…</source>
            <translation>Stimme aufnehmen…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>This is what it changes</source>
            <translation>Das ändert sich</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Read again</source>
            <translation>Noch einmal lesen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Keep and use</source>
            <translation>Behalten und benutzen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Your voice is being learned.</source>
            <translation>Deine Stimme wird gelernt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Get ready</source>
            <translation>Bereit machen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>It begins in a moment.</source>
            <translation>Gleich geht es los.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Press Start and read</source>
            <translation>„Start“ drücken und lesen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>It takes twenty seconds.</source>
            <translation>Es dauert zwanzig Sekunden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/known.py" />
            <source>Nobody in particular</source>
            <translation>Niemand Bestimmtes</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/known.py" />
            <source>Use this voice</source>
            <translation>Diese Stimme benutzen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/known.py" />
            <source>{name} (in use)</source>
            <translation>{name} (in Gebrauch)</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/known.py" />
            <source>The program hears everybody as a stranger.</source>
            <translation>Das Programm hört alle als Fremde.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/known.py" />
            <source>Recorded with another model than the one in use: read the text again to use it with this one.</source>
            <translation>Mit einem anderen Modell aufgenommen als dem in Gebrauch: Um sie mit diesem zu benutzen, den Text noch einmal lesen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/known.py" />
            <source>{day}, {seconds} of speech.</source>
            <translation>{day}, {seconds} Sprache.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Listening ended before the text was read.</source>
            <translation>Das Zuhören endete, bevor der Text gelesen war.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Read it once more.</source>
            <translation>Noch einmal lesen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Read on</source>
            <translation>Weiterlesen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>How well you are heard is told after a second of speech.</source>
            <translation>Wie gut du zu hören bist, zeigt sich nach einer Sekunde Sprache.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>You are heard well</source>
            <translation>Du bist gut zu hören</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Too quiet</source>
            <translation>Zu leise</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Come nearer to the microphone, or turn it up.</source>
            <translation>Näher ans Mikrofon gehen oder es lauter stellen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Too noisy</source>
            <translation>Zu viel Lärm</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Close the window or the door, or come nearer to the microphone.</source>
            <translation>Fenster oder Tür schließen oder näher ans Mikrofon gehen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Too loud: the sound is cut off</source>
            <translation>Zu laut: Der Ton wird abgeschnitten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Go back a little, or turn the microphone down.</source>
            <translation>Etwas zurückgehen oder das Mikrofon leiser stellen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/outcome.py" />
            <source>As a stranger</source>
            <translation>Als fremde Stimme</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/outcome.py" />
            <source>Knowing your voice</source>
            <translation>Mit deiner Stimme vertraut</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/reading.py" />
            <source>On Thursday morning the baker opens her shop at seven.</source>
            <translation>Am Donnerstag öffnet die Bäckerin ihren Laden um sieben.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/reading.py" />
            <source>She puts the bread on the shelf, wipes the counter and turns the sign around.</source>
            <translation>Sie legt das Brot ins Regal, wischt die Theke ab und dreht das Schild um.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/reading.py" />
            <source>A little later the first bus stops across the street.</source>
            <translation>Wenig später hält gegenüber der erste Bus.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/reading.py" />
            <source>Two people get off, look at the clock and walk on.</source>
            <translation>Zwei Leute steigen aus, sehen auf die Uhr und gehen weiter.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/reading.py" />
            <source>By eight the whole street is awake.</source>
            <translation>Um acht ist die ganze Straße wach.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/reading.py" />
            <source>Text to read aloud</source>
            <translation>Text zum Vorlesen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Does the microphone hear you?</source>
            <translation>Hört dich das Mikrofon?</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Nothing is opened before you press the button. Your system may then ask whether it may be used.</source>
            <translation>Vor dem Druck auf den Knopf wird nichts geöffnet. Danach fragt dein System vielleicht, ob das Mikrofon benutzt werden darf.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Opening the microphone…</source>
            <translation>Mikrofon wird geöffnet…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>If your system asks, allow it.</source>
            <translation>Wenn dein System fragt, erlaube es.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Say something: the bar should move.</source>
            <translation>Sag etwas: Der Balken sollte sich bewegen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>It hears silence so far.</source>
            <translation>Bisher hört es Stille.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>It hears you.</source>
            <translation>Es hört dich.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>{name} works.</source>
            <translation>{name} funktioniert.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>What it does</source>
            <translation>Was es tut</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>It tells how a voice sounds to a model, not what a person feels.</source>
            <translation>Es sagt, wie eine Stimme für ein Modell klingt, nicht, was ein Mensch fühlt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Your privacy</source>
            <translation>Deine Privatsphäre</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Everything stays on this computer. Nothing is recorded unless you press Record; the last half minute waits in memory for that, and is forgotten when listening ends.</source>
            <translation>Alles bleibt auf diesem Computer. Aufgenommen wird nur, wenn du auf „Aufnehmen“ drückst; dafür wartet die letzte halbe Minute im Speicher und wird vergessen, wenn das Zuhören endet.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>What it is not for</source>
            <translation>Wofür es nicht da ist</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>For judging people. At work and in education the EU's AI Act, Regulation (EU) 2024/1689, prohibits inferring emotions (Article 5(1)(f); exceptions: medical and safety reasons). This is no legal advice.</source>
            <translation>Um Menschen zu beurteilen. Bei der Arbeit und in der Bildung verbietet die KI-Verordnung der EU, Verordnung (EU) 2024/1689, das Ableiten von Emotionen (Artikel 5 Absatz 1 Buchstabe f; Ausnahmen: medizinische und Sicherheitsgründe). Das ist keine Rechtsberatung.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>With strangers it is often wrong: of acted speech by people whom it did not know, it named {share} rightly, as a mean over the emotions; by chance it would be {chance}.</source>
            <translation>Bei Fremden irrt es sich oft: Von gespielter Sprache unbekannter Menschen benannte es im Mittel über die Emotionen {share} richtig; durch Zufall wären es {chance}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>With strangers it is often wrong; how often, nobody has measured for this model.</source>
            <translation>Bei Fremden irrt es sich oft; wie oft, hat für dieses Modell niemand gemessen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Welcome. Let us hear your voice.</source>
            <translation>Willkommen. Lass deine Stimme hören.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>This program listens, and shows as you speak how your voice sounds.</source>
            <translation>Dieses Programm hört zu und zeigt, während du sprichst, wie deine Stimme klingt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Leave this page and listen</source>
            <translation>Diese Seite verlassen und zuhören</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Allow and test</source>
            <translation>Erlauben und testen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/bars.py" />
            <source>How the voice sounds</source>
            <translation>Wie die Stimme klingt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/bars.py" />
            <source>unsure below {share}</source>
            <translation>unsicher unter {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/header.py" />
            <source>Start listening</source>
            <translation>Zuhören starten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/header.py" />
            <source>Stop listening</source>
            <translation>Zuhören beenden</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>Level of the microphone</source>
            <translation>Pegel des Mikrofons</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>Level in dB below full scale; speak so that it stays below the red zone. The lamp stays on after clipping until it is pressed.</source>
            <translation>Pegel in dB unter Vollaussteuerung; so sprechen, dass er unter dem roten Bereich bleibt. Nach einer Übersteuerung leuchtet die Lampe, bis sie gedrückt wird.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>no signal</source>
            <translation>kein Signal</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>Peak {level}</source>
            <translation>Spitze {level}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>Peak too quiet to show</source>
            <translation>Spitze zu leise für die Anzeige</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>No signal</source>
            <translation>Kein Signal</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>Not listening</source>
            <translation>Hört nicht zu</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>clipped</source>
            <translation>übersteuert</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>Clip</source>
            <translation>Clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/picker.py" />
            <source>Microphone</source>
            <translation>Mikrofon</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/picker.py" />
            <source>Sound of this computer</source>
            <translation>Ton dieses Computers</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Everything stays on this computer.</source>
            <translation>Alles bleibt auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Attention</source>
            <translation>Aufmerksamkeit</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>This model does not show what it attends to.</source>
            <translation>Dieses Modell zeigt nicht, worauf es achtet.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Nothing was decided in this session yet.</source>
            <translation>In dieser Sitzung wurde noch nichts entschieden.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Demo clip</source>
            <translation>Demo-Clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Session</source>
            <translation>Sitzung</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>No model is installed</source>
            <translation>Es ist kein Modell installiert</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Without one the program can show the sound, but not how it sounds.</source>
            <translation>Ohne Modell kann das Programm den Ton zeigen, aber nicht, wie er klingt.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>The command “ser-desktop models” tells where models are looked for.</source>
            <translation>Der Befehl „ser-desktop models“ sagt, wo nach Modellen gesucht wird.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>All panels are hidden</source>
            <translation>Alle Felder sind verborgen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>The menu at the upper right brings them back.</source>
            <translation>Das Menü oben rechts bringt sie zurück.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>The microphone sends nothing but silence</source>
            <translation>Das Mikrofon sendet nichts als Stille</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>It may be muted, or this program may not be allowed to use it.</source>
            <translation>Vielleicht ist es stumm geschaltet, oder dieses Programm darf es nicht benutzen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Look at its switch, and at the sound and privacy settings of the system.</source>
            <translation>Seinen Schalter und die Ton- und Datenschutzeinstellungen des Systems prüfen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Anger</source>
            <translation>Wut</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Boredom</source>
            <translation>Langeweile</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Disgust</source>
            <translation>Ekel</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Fear</source>
            <translation>Angst</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Happiness</source>
            <translation>Freude</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Neutral</source>
            <translation>Neutral</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Calm</source>
            <translation>Ruhe</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Sadness</source>
            <translation>Trauer</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Surprise</source>
            <translation>Überraschung</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>angry</source>
            <translation>wütend</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>bored</source>
            <translation>gelangweilt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>disgusted</source>
            <translation>angeekelt</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>afraid</source>
            <translation>ängstlich</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>happy</source>
            <translation>fröhlich</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>neutral</source>
            <translation>neutral</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>sad</source>
            <translation>traurig</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>surprised</source>
            <translation>überrascht</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Waiting for the microphone</source>
            <translation>Warten auf das Mikrofon</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Stopped</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Listening</source>
            <translation>Hört zu</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Microphone lost</source>
            <translation>Mikrofon verloren</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Press Start, or the space bar.</source>
            <translation>„Start“ oder die Leertaste drücken.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Listening…</source>
            <translation>Hört zu…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>An answer comes after a second of speech.</source>
            <translation>Nach einer Sekunde Sprache kommt eine Antwort.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Say something, and the bars will move.</source>
            <translation>Sag etwas, und die Balken bewegen sich.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>No sound</source>
            <translation>Kein Ton</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Waiting for the microphone to return.</source>
            <translation>Wartet, bis das Mikrofon wieder da ist.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Sounds {how}</source>
            <translation>Klingt {how}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Model: {title} · Voice: {voice}</source>
            <translation>Modell: {title} · Stimme: {voice}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Model: {title}</source>
            <translation>Modell: {title}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Last: unsure, {length}</source>
            <translation>Zuletzt: unsicher, {length}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Last: sounds {how}, {share}, {length}</source>
            <translation>Zuletzt: klingt {how}, {share}, {length}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Not analysed</source>
            <translation>Nicht analysiert</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>R begins at once, Esc cancels.</source>
            <translation>R beginnt sofort, Esc bricht ab.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>{length} in all. Esc cancels.</source>
            <translation>{length} insgesamt. Esc bricht ab.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>The clip is being listened to.</source>
            <translation>Der Clip wird angehört.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>The microphone is being opened. Esc cancels.</source>
            <translation>Das Mikrofon wird geöffnet. Esc bricht ab.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Sound is missing at {places} and {count} more.</source>
            <translation>Ton fehlt bei {places} und {count} weiteren Stellen.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Sound is missing at {places}.</source>
            <translation>Ton fehlt bei {places}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>not saved</source>
            <translation>nicht gesichert</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>1 clip, {size} in memory</source>
            <translation>1 Clip, {size} im Speicher</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>{count} clips, {size} in memory</source>
            <translation>{count} Clips, {size} im Speicher</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>SER Desktop {version}, model {title}</source>
            <translation>SER Desktop {version}, Modell {title}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Something in the window went wrong</source>
            <translation>Im Fenster ist etwas schiefgegangen</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Close the program and start it again. The terminal shows the details for a report.</source>
            <translation>Das Programm schließen und neu starten. Das Terminal zeigt Einzelheiten für einen Bericht.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Perhaps {first}.</source>
            <translation>Vielleicht {first}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Perhaps {first} or {second}.</source>
            <translation>Vielleicht {first} oder {second}.</translation>
        </message>
    </context>
</TS>
