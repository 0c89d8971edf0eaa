<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
    <context>
        <name>ser-desktop</name>
        <message>
            <location filename="../../ser_desktop/app.py" />
            <source>The picture could not be written</source>
            <translation>Impossibile scrivere l'immagine</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/app.py" />
            <source>Tried {path}.</source>
            <translation>Tentativo: {path}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/app.py" />
            <source>Choose a folder that exists and that you may write to.</source>
            <translation>Scegli una cartella che esiste e in cui puoi scrivere.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>Sound input is not available.</source>
            <translation>L'ingresso audio non è disponibile.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>The PortAudio library could not be loaded ({reason}).</source>
            <translation>Impossibile caricare la libreria PortAudio ({reason}).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>On Debian and Ubuntu: sudo apt-get install libportaudio2. Everywhere: ser-desktop doctor.</source>
            <translation>Su Debian e Ubuntu: sudo apt-get install libportaudio2. Ovunque: ser-desktop doctor.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>No microphone was found.</source>
            <translation>Nessun microfono trovato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>The system lists no sound input.</source>
            <translation>Il sistema non elenca alcun ingresso audio.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>The system lists only monitors of its outputs.</source>
            <translation>Il sistema elenca solo i monitor delle proprie uscite.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>Plug one in, or allow this program to use it in the system's privacy settings.</source>
            <translation>Collegane uno, o consenti a questo programma di usarlo nelle impostazioni sulla privacy del sistema.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>The microphone "{name}" is not there.</source>
            <translation>Il microfono «{name}» non c'è.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>Found: {found}.</source>
            <translation>Trovati: {found}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/devices.py" />
            <source>Plug it in again, or choose another one.</source>
            <translation>Ricollegalo, o scegline un altro.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The microphone "{name}" is used by another program.</source>
            <translation>Il microfono «{name}» è usato da un altro programma.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>Close the program that holds it (a call, a recorder), or choose another microphone.</source>
            <translation>Chiudi il programma che lo occupa (una chiamata, un registratore), o scegli un altro microfono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The microphone "{name}" is not there any more.</source>
            <translation>Il microfono «{name}» non c'è più.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The microphone "{name}" refuses its own sampling rate.</source>
            <translation>Il microfono «{name}» rifiuta la propria frequenza di campionamento.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>Set it to 48000 Hz in the system's sound settings, or choose another microphone.</source>
            <translation>Impostalo a 48000 Hz nelle impostazioni audio del sistema, o scegli un altro microfono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The microphone "{name}" refuses the number of channels it announces.</source>
            <translation>Il microfono «{name}» rifiuta il numero di canali che dichiara.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>Plug it out and in again, or choose another microphone.</source>
            <translation>Scollegalo e ricollegalo, o scegli un altro microfono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The microphone "{name}" may not be used by this program.</source>
            <translation>Questo programma non può usare il microfono «{name}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>Allow it in the system's privacy settings; on Linux your user may have to be in the group audio.</source>
            <translation>Consentilo nelle impostazioni sulla privacy del sistema; su Linux il tuo utente deve forse far parte del gruppo audio.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The microphone "{name}" could not be opened.</source>
            <translation>Impossibile aprire il microfono «{name}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>Plug it out and in again, or choose another microphone. ser-desktop doctor looks for the cause.</source>
            <translation>Scollegalo e ricollegalo, o scegli un altro microfono. ser-desktop doctor cerca la causa.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>The system's sound does not answer ({reason}).</source>
            <translation>L'audio del sistema non risponde ({reason}).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>Wait until it is back, or restart it. ser-desktop doctor looks for the cause.</source>
            <translation>Attendi che torni, o riavvialo. ser-desktop doctor cerca la causa.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/faults.py" />
            <source>It is offered by {host} at {rate} Hz; the system says: {reason}.</source>
            <translation>È offerto da {host} a {rate} Hz; il sistema dice: {reason}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/files.py" />
            <source>{name} has no channel {channel}.</source>
            <translation>{name} non ha un canale {channel}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/files.py" />
            <source>It has {count}.</source>
            <translation>Ne ha {count}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/files.py" />
            <source>Choose another channel, or the mean of all.</source>
            <translation>Scegli un altro canale, o la media di tutti.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>WAV, FLAC, Ogg, Opus, MP3 and AIFF</source>
            <translation>WAV, FLAC, Ogg, Opus, MP3 e AIFF</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>It ends before its sound begins.</source>
            <translation>Il file finisce prima che cominci il suono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Not one of its samples is a number.</source>
            <translation>Nessuno dei suoi campioni è un numero.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Its header names so few samples a second that nothing of a voice would be left.</source>
            <translation>La sua intestazione indica così pochi campioni al secondo che di una voce non resterebbe nulla.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Its header was never finished: whatever recorded it stopped too early.</source>
            <translation>L'intestazione non è mai stata completata: chi lo registrava si è fermato troppo presto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>It is a dump of a sampler's memory.</source>
            <translation>È una copia della memoria di un campionatore.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} is cut off or damaged.</source>
            <translation>{name} è troncato o danneggiato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{path}: It begins as sound does, but cannot be read on. {reason}</source>
            <translation>{path}: Comincia come un suono, ma non si può leggere oltre. {reason}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Copy or export the file again.</source>
            <translation>Copia o esporta di nuovo il file.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} is not a sound file that can be read.</source>
            <translation>{name} non è un file audio leggibile.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Use {formats}; other formats can be converted to WAV.</source>
            <translation>Usa {formats}; gli altri formati si possono convertire in WAV.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>There is no sound in it.</source>
            <translation>Non contiene alcun suono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Its header makes no sense.</source>
            <translation>L'intestazione non ha senso.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} is a folder.</source>
            <translation>{name} è una cartella.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{path} holds no recording itself.</source>
            <translation>{path} non è di per sé una registrazione.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Choose the recordings in it.</source>
            <translation>Scegli le registrazioni che contiene.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} is no file but a device or a pipe.</source>
            <translation>{name} non è un file ma un dispositivo o una pipe.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Save its sound to a file first.</source>
            <translation>Salva prima il suono in un file.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} is not there.</source>
            <translation>{name} non c'è.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{path} is a link to a file that is not there.</source>
            <translation>{path} è un collegamento a un file che non c'è.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Looked for {path}.</source>
            <translation>Cercato: {path}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Check the name.</source>
            <translation>Controlla il nome.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} may not be read.</source>
            <translation>{name} non può essere letto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Ask its owner to let you read it, or copy it where you may.</source>
            <translation>Chiedi al proprietario il permesso di leggerlo, o copialo dove puoi.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} cannot be opened.</source>
            <translation>Impossibile aprire {name}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Check that it is a file and that you may read it.</source>
            <translation>Controlla che sia un file e che tu possa leggerlo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} holds no sound.</source>
            <translation>{name} non contiene suono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{path} is empty.</source>
            <translation>{path} è vuoto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Record it again.</source>
            <translation>Registralo di nuovo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{name} does not say how long it is.</source>
            <translation>{name} non dice quanto è lungo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>{path} was probably never finished, or written through a pipe.</source>
            <translation>{path} probabilmente non è mai stato completato, o è stato scritto attraverso una pipe.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/opening.py" />
            <source>Convert it once, for example to WAV.</source>
            <translation>Convertilo una volta, per esempio in WAV.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>There is nothing to play it on.</source>
            <translation>Non c'è nulla su cui riprodurlo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>The system lists no sound output ({reason}).</source>
            <translation>Il sistema non elenca alcuna uscita audio ({reason}).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>Plug in headphones or a loudspeaker, and press Play again.</source>
            <translation>Collega cuffie o un altoparlante, e premi di nuovo Riproduci.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>The sound could not be played.</source>
            <translation>Impossibile riprodurre il suono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>The system says: {reason}.</source>
            <translation>Il sistema dice: {reason}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>Choose another output in the system's sound settings, and press Play again.</source>
            <translation>Scegli un'altra uscita nelle impostazioni audio del sistema, e premi di nuovo Riproduci.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>The loudspeaker is gone.</source>
            <translation>L'altoparlante non c'è più.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>It takes no sound any more.</source>
            <translation>Non accetta più suono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/player.py" />
            <source>Plug it in again, or choose another one in the system's sound settings, and press Play again.</source>
            <translation>Ricollegalo, o scegline un altro nelle impostazioni audio del sistema, e premi di nuovo Riproduci.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>There is no room for {name}.</source>
            <translation>Non c'è spazio per {name}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>The clip is still here: make room, or save it on another disk.</source>
            <translation>La clip è ancora qui: fai spazio, o salvala su un altro disco.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>{name} may not be written there.</source>
            <translation>{name} non può essere scritto lì.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>The clip is still here: save it in another folder.</source>
            <translation>La clip è ancora qui: salvala in un'altra cartella.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>There is no such folder for {name}.</source>
            <translation>La cartella per {name} non esiste.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>The clip is still here: choose a folder that exists.</source>
            <translation>La clip è ancora qui: scegli una cartella che esiste.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>{name} could not be saved.</source>
            <translation>Impossibile salvare {name}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>The clip is still here: try again, or save it in another folder.</source>
            <translation>La clip è ancora qui: riprova, o salvala in un'altra cartella.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>{name} is there already.</source>
            <translation>{name} c'è già.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>{path} was left as it is.</source>
            <translation>{path} è rimasto com'era.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/saving.py" />
            <source>The clip is still here: choose another name, or replace it.</source>
            <translation>La clip è ancora qui: scegli un altro nome, o sostituisci il file.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/audio/sound_server.py" />
            <source>its sound server stands still</source>
            <translation>il suo server audio è fermo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>There is no model that can be used.</source>
            <translation>Non c'è alcun modello utilizzabile.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>Install the program again, or import a model.</source>
            <translation>Installa di nuovo il programma, o importa un modello.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>The window cannot be opened.</source>
            <translation>Impossibile aprire la finestra.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>What is missing: ser-desktop doctor.</source>
            <translation>Che cosa manca: ser-desktop doctor.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>Plug one in, or ask: ser-desktop doctor.</source>
            <translation>Collegane uno, o chiedi: ser-desktop doctor.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>No model is installed.</source>
            <translation>Nessun modello è installato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>Build one: ser-desktop train --help tells how.</source>
            <translation>Creane uno: ser-desktop train --help dice come.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>The trainer is not installed.</source>
            <translation>L'addestramento non è installato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>The package {package} is missing.</source>
            <translation>Manca il pacchetto {package}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>Install it: pip install "ser-desktop[train]", in a checkout pip install -e ".[train]".</source>
            <translation>Installalo: pip install "ser-desktop[train]", nella cartella dei sorgenti pip install -e ".[train]".</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>More than one microphone is called “{name}”.</source>
            <translation>Più di un microfono si chiama «{name}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>No microphone is called “{name}”.</source>
            <translation>Nessun microfono si chiama «{name}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>There are: {found}.</source>
            <translation>Ci sono: {found}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>There are none.</source>
            <translation>Non ce ne sono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/commands.py" />
            <source>Give enough of the name to tell it from the others.</source>
            <translation>Indica abbastanza del nome da distinguerlo dagli altri.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>The microphone is gone.</source>
            <translation>Il microfono non c'è più.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>{name} sends no sound any more.</source>
            <translation>{name} non invia più suono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Plug it in again: listening goes on by itself. Or choose another microphone.</source>
            <translation>Ricollegalo: l'ascolto riprende da solo. Oppure scegli un altro microfono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>It lasts {heard} ms; an answer takes {least} ms of speech.</source>
            <translation>Dura {heard} ms; per una risposta servono {least} ms di parlato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>It lasts {heard} ms; an answer takes {least} ms of speech. {note}</source>
            <translation>Dura {heard} ms; per una risposta servono {least} ms di parlato. {note}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>{name} is too short.</source>
            <translation>{name} è troppo corto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Record or select more, best some seconds.</source>
            <translation>Registra o seleziona di più, meglio qualche secondo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>{name} cannot be analysed.</source>
            <translation>Impossibile analizzare {name}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>The process that read {path} died.</source>
            <translation>Il processo che leggeva {path} è morto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Try once more. If it is long, see that there is memory enough; else convert it, for example to WAV.</source>
            <translation>Riprova. Se è lungo, bada che ci sia memoria sufficiente; altrimenti convertilo, per esempio in WAV.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>{name} was not analysed because of a fault in this program.</source>
            <translation>{name} non è stato analizzato per un errore di questo programma.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>The details are in the log. Other files are not concerned.</source>
            <translation>I dettagli sono nel registro. Gli altri file non sono interessati.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Listening stopped because of a fault in this program.</source>
            <translation>L'ascolto si è fermato per un errore di questo programma.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>The details are in the log.</source>
            <translation>I dettagli sono nel registro.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Press Start to try again.</source>
            <translation>Premi Avvia per riprovare.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>There is nothing to record.</source>
            <translation>Non c'è nulla da registrare.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>No microphone is being listened to.</source>
            <translation>Nessun microfono è in ascolto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Press Start, and record once sound comes.</source>
            <translation>Premi Avvia, e registra quando arriva il suono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>There is too little sound for a clip.</source>
            <translation>C'è troppo poco suono per una clip.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>A clip lasts at least {least} second.</source>
            <translation>Una clip dura almeno {least} secondo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Wait a moment, and record again.</source>
            <translation>Aspetta un momento, e registra di nuovo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>The clip could not be analysed because of a fault in this program.</source>
            <translation>La clip non è stata analizzata per un errore di questo programma.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>The clip itself is there and can be saved; the details are in the log.</source>
            <translation>La clip c'è e si può salvare; i dettagli sono nel registro.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/faults.py" />
            <source>Save it, and drop the file into the window.</source>
            <translation>Salvala, e trascina il file nella finestra.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/filejobs.py" />
            <source>There is no model.</source>
            <translation>Non c'è un modello.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/filejobs.py" />
            <source>Install one, and start the program again.</source>
            <translation>Installane uno, e riavvia il programma.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/filenames.py" />
            <source>A name is missing.</source>
            <translation>Manca un nome.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/filenames.py" />
            <source>Type a name, for example your own.</source>
            <translation>Scrivi un nome, per esempio il tuo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>The archive cannot be read: {reason}.</source>
            <translation>Impossibile leggere l'archivio: {reason}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>{name} cannot be read.</source>
            <translation>Impossibile leggere {name}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>See that it is there and that you may read it.</source>
            <translation>Bada che ci sia e che tu possa leggerlo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>{name} is no model that can be used.</source>
            <translation>{name} non è un modello utilizzabile.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>{file} is a link to somewhere else.</source>
            <translation>{file} è un collegamento verso un altro posto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>{file} is not a file.</source>
            <translation>{file} non è un file.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>It holds {count} models.</source>
            <translation>Contiene {count} modelli.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>{file} has more than {most} MB.</source>
            <translation>{file} supera {most} MB.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>There is no model in {name}.</source>
            <translation>In {name} non c'è un modello.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>A model is a folder, or a .zip of one, with {files} in it.</source>
            <translation>Un modello è una cartella, o uno .zip di essa, che contiene {files}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/modelfiles.py" />
            <source>Choose the folder itself, or its .zip.</source>
            <translation>Scegli la cartella stessa, o il suo .zip.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>The model could not be installed.</source>
            <translation>Impossibile installare il modello.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>See that there is room, and that you may write there.</source>
            <translation>Bada che ci sia spazio e che tu possa scriverci.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>“{name}” came with the program and stays.</source>
            <translation>«{name}» è arrivato con il programma e resta.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>It lies in {folder}.</source>
            <translation>Si trova in {folder}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>Only models that you installed or trained can be removed.</source>
            <translation>Si possono rimuovere solo i modelli installati o addestrati da te.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>“{name}” could not be removed.</source>
            <translation>Impossibile rimuovere «{name}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>See that you may write there.</source>
            <translation>Bada di poterci scrivere.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>There is a model called “{name}” already.</source>
            <translation>C'è già un modello di nome «{name}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>Say that it may be replaced, or keep the one that is there.</source>
            <translation>Consenti di sostituirlo, o tieni quello che c'è.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>There is no model called “{name}”.</source>
            <translation>Non c'è un modello di nome «{name}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/models.py" />
            <source>Its manifest calls it “{called}”.</source>
            <translation>Il suo manifest lo chiama «{called}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/overview.py" />
            <source>{name} cannot be drawn.</source>
            <translation>Impossibile disegnare {name}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/pool.py" />
            <source>{name} was not finished.</source>
            <translation>{name} non è stato completato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/pool.py" />
            <source>The process that read {path} died, twice.</source>
            <translation>Il processo che leggeva {path} è morto due volte.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/pool.py" />
            <source>Convert it once, for example to WAV. If it is long, see that there is memory enough.</source>
            <translation>Convertilo una volta, per esempio in WAV. Se è lungo, bada che ci sia memoria sufficiente.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainer.py" />
            <source>A model is being trained already.</source>
            <translation>Un modello è già in addestramento.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainer.py" />
            <source>Stop it first.</source>
            <translation>Prima ferma quell'addestramento.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainer.py" />
            <source>The trainer cannot be started.</source>
            <translation>Impossibile avviare l'addestramento.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainer.py" />
            <source>Close other programs and try again.</source>
            <translation>Chiudi gli altri programmi e riprova.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>A model cannot be called so.</source>
            <translation>Un modello non si può chiamare così.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>“{name}” is not the name of a folder.</source>
            <translation>«{name}» non è il nome di una cartella.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>Use letters, numbers and hyphens.</source>
            <translation>Usa lettere, numeri e trattini.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>This packaged program cannot train models.</source>
            <translation>Il programma in pacchetto non può addestrare modelli.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>Training needs large libraries that are not part of it.</source>
            <translation>L'addestramento richiede grandi librerie che non ne fanno parte.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>Install the program into Python: pip install "ser-desktop[train]". Both see the same models.</source>
            <translation>Installa il programma in Python: pip install "ser-desktop[train]". Entrambi vedono gli stessi modelli.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerorder.py" />
            <source>Missing: {packages}.</source>
            <translation>Mancano: {packages}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerstates.py" />
            <source>The training ended unexpectedly.</source>
            <translation>L'addestramento è finito in modo inatteso.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerstates.py" />
            <source>Its last words: {words}</source>
            <translation>Le sue ultime parole: {words}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trainerstates.py" />
            <source>Perhaps memory ran out: close other programs and start it again.</source>
            <translation>Forse è finita la memoria: chiudi gli altri programmi e riavvialo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trial.py" />
            <source>it gave no answer within a minute</source>
            <translation>non ha risposto entro un minuto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trial.py" />
            <source>the process that ran it died</source>
            <translation>il processo che lo eseguiva è morto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trial.py" />
            <source>an answer takes it too long</source>
            <translation>una risposta richiede troppo tempo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trial.py" />
            <source>This model cannot be run.</source>
            <translation>Questo modello non si può eseguire.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trial.py" />
            <source>It was tried out, and {why}.</source>
            <translation>È stato provato: {why}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/trial.py" />
            <source>Ask for it again where it came from.</source>
            <translation>Richiedilo di nuovo a chi lo ha fornito.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/tried.py" />
            <source>Twice this program ended while it was made ready.</source>
            <translation>Per due volte questo programma si è chiuso mentre veniva preparato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/tried.py" />
            <source>Remove it, or ask for it again where it came from and install it.</source>
            <translation>Rimuovilo, oppure chiedilo di nuovo a chi lo ha fornito e installalo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/voices.py" />
            <source>The voice profile “{name}” could not be deleted.</source>
            <translation>Impossibile eliminare il profilo vocale «{name}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/voices.py" />
            <source>There is no model that could learn a voice.</source>
            <translation>Non c'è un modello che possa imparare una voce.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/voices.py" />
            <source>Install a model first.</source>
            <translation>Prima installa un modello.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/voices.py" />
            <source>There is no voice profile called “{name}”.</source>
            <translation>Non c'è un profilo vocale di nome «{name}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/engine/voices.py" />
            <source>Choose another one, or record your voice.</source>
            <translation>Scegline un altro, o registra la tua voce.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/export/files.py" />
            <source>It is {path}.</source>
            <translation>È {path}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/export/files.py" />
            <source>Choose another name, or say that it may be replaced.</source>
            <translation>Scegli un altro nome, o consenti di sostituirlo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/export/tables.py" />
            <source>These results cannot be read.</source>
            <translation>Impossibile leggere questi risultati.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/export/tables.py" />
            <source>Only a CSV or JSON that this program wrote, unchanged, can be read back.</source>
            <translation>Si può rileggere solo un CSV o JSON scritto da questo programma e non modificato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/features/spec.py" />
            <source>The model's feature description cannot be used.</source>
            <translation>La descrizione delle caratteristiche del modello non è utilizzabile.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/features/spec.py" />
            <source>Install the model again, or update the program.</source>
            <translation>Installa di nuovo il modello, o aggiorna il programma.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/fitting.py" />
            <source>The model “{name}” cannot be used; “{other}” listens instead.</source>
            <translation>Il modello «{name}» non è utilizzabile; al suo posto ascolta «{other}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/fitting.py" />
            <source>Your choice is kept.</source>
            <translation>La tua scelta resta.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/fitting.py" />
            <source>The voice profile “{name}” cannot be used; the program hears you like anybody.</source>
            <translation>Il profilo vocale «{name}» non è utilizzabile; il programma ti ascolta come chiunque.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>Only {heard} seconds of speech were heard.</source>
            <translation>Si sono sentiti solo {heard} secondi di parlato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>To know a voice it takes at least {least}; more, up to {most}, is better.</source>
            <translation>Per conoscere una voce ne servono almeno {least}; di più, fino a {most}, è meglio.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>Speak a few sentences as you would in everyday life, and see that the microphone hears you.</source>
            <translation>Di' qualche frase come nella vita di ogni giorno, e bada che il microfono ti senta.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>This model cannot be fitted to a voice.</source>
            <translation>Questo modello non si può adattare a una voce.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>“{model}” does not say what the voices are like that it was trained with.</source>
            <translation>«{model}» non dice come sono le voci con cui è stato addestrato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>Choose another model.</source>
            <translation>Scegli un altro modello.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>The voice profile “{name}” does not fit this model.</source>
            <translation>Il profilo vocale «{name}» non è adatto a questo modello.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>It was made on {day} with another model than “{model}”.</source>
            <translation>È stato creato il {day} con un modello diverso da «{model}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/calibration.py" />
            <source>Record your voice again with this model, or choose the model that it was made with.</source>
            <translation>Registra di nuovo la tua voce con questo modello, o scegli il modello con cui è stato creato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>It is not JSON ({reason}).</source>
            <translation>Non è JSON ({reason}).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>{path} is not the file that its manifest describes (sha256 differs).</source>
            <translation>{path} non è il file descritto dal manifest (sha256 diverso).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>Installed: {known}.</source>
            <translation>Installati: {known}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>Train one with “ser-desktop train”, or name the folder of one.</source>
            <translation>Addestrane uno con «ser-desktop train», o indica la cartella di un modello.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>none</source>
            <translation>nessuno</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>This model cannot be used.</source>
            <translation>Questo modello non è utilizzabile.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/manifest.py" />
            <source>Install the model again.</source>
            <translation>Installa di nuovo il modello.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/profile.py" />
            <source>Its day is none ({reason}).</source>
            <translation>Il suo giorno non è valido ({reason}).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/profile.py" />
            <source>There is a voice profile of this name already.</source>
            <translation>C'è già un profilo vocale con questo nome.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/profile.py" />
            <source>The voice profile could not be saved.</source>
            <translation>Impossibile salvare il profilo vocale.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/profile.py" />
            <source>This voice profile cannot be used.</source>
            <translation>Questo profilo vocale non è utilizzabile.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/profile.py" />
            <source>Record your voice again.</source>
            <translation>Registra di nuovo la tua voce.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/reference.py" />
            <source>Its calibration cannot be understood: {why}.</source>
            <translation>La sua calibrazione è incomprensibile: {why}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/runner.py" />
            <source>LiteRT says: {reason}.</source>
            <translation>LiteRT dice: {reason}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/runner.py" />
            <source>The model gave an answer that is none.</source>
            <translation>Il modello ha dato una risposta che non lo è.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/runner.py" />
            <source>It is “{model}”. What it told are no probabilities.</source>
            <translation>È «{model}». Ciò che ha detto non sono probabilità.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/inference/runner.py" />
            <source>Choose another model, or install it again.</source>
            <translation>Scegli un altro modello, o installalo di nuovo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/settings.py" />
            <source>What you chose holds now, but could not be kept.</source>
            <translation>La scelta vale adesso, ma non è stato possibile conservarla.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/settings.py" />
            <source>Not all of your settings could be read.</source>
            <translation>Non è stato possibile leggere tutte le impostazioni.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/settings.py" />
            <source>What did not fit is as the program comes. The old file is kept as {path}.</source>
            <translation>Ciò che non andava è come nel programma appena installato. Il vecchio file è conservato in {path}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/settings.py" />
            <source>Have a look at the preferences.</source>
            <translation>Dai un'occhiata alle preferenze.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/settings.py" />
            <source>Your settings could not be read.</source>
            <translation>Impossibile leggere le impostazioni.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/settings.py" />
            <source>See that you may read this file; until then all is as the program comes.</source>
            <translation>Bada di poter leggere questo file; fino ad allora tutto è come nel programma appena installato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>The training cannot begin.</source>
            <translation>L'addestramento non può cominciare.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>This network needs {channels} channels of at least {least} bands and frames.</source>
            <translation>Questa rete richiede {channels} canali di almeno {least} bande e frame.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>Give it log-mel levels with delta_order = 2.</source>
            <translation>Usa livelli log-mel con delta_order = 2.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>ImageNet's weights could not be downloaded.</source>
            <translation>Impossibile scaricare i pesi di ImageNet.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>Keras says: {reason}</source>
            <translation>Keras dice: {reason}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>See that this computer is online; or begin without them: weights = "none".</source>
            <translation>Bada che questo computer sia in rete; o comincia senza: weights = "none".</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>The weights to begin with cannot be used.</source>
            <translation>I pesi iniziali non sono utilizzabili.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/architectures/dcnn_blstm.py" />
            <source>Give a file that the same MobileNetV2 was saved to, “imagenet” or “none”.</source>
            <translation>Indica un file in cui è stata salvata la stessa MobileNetV2, «imagenet» o «none».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/backend.py" />
            <source>Keras cannot run on “{chosen}”, as KERAS_BACKEND says.</source>
            <translation>Keras non può funzionare su «{chosen}», come dice KERAS_BACKEND.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/backend.py" />
            <source>It runs on {backends}; each but the first has to be installed.</source>
            <translation>Funziona su {backends}; tutti tranne il primo vanno installati.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/backend.py" />
            <source>Unset KERAS_BACKEND, or install the package that it names.</source>
            <translation>Rimuovi KERAS_BACKEND, o installa il pacchetto che nomina.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/checkpoints.py" />
            <source>The unfinished training was begun with other settings: {names}.</source>
            <translation>L'addestramento incompleto era cominciato con altre impostazioni: {names}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/checkpoints.py" />
            <source>What differs: {differences}.</source>
            <translation>Che cosa cambia: {differences}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/checkpoints.py" />
            <source>Use the same settings again, or delete {folder} to start anew.</source>
            <translation>Usa di nuovo le stesse impostazioni, o elimina {folder} per ricominciare.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/checkpoints.py" />
            <source>The state of the unfinished training cannot be read.</source>
            <translation>Impossibile leggere lo stato dell'addestramento incompleto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/checkpoints.py" />
            <source>Delete {folder} and start again.</source>
            <translation>Elimina {folder} e ricomincia.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>Its title, or the name of its folder, does not fit into a line.</source>
            <translation>Il suo titolo, o il nome della sua cartella, non sta in una riga.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>Choose another with --title or --out.</source>
            <translation>Scegline un altro con --title o --out.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>The training had to stop: a file could not be read or written.</source>
            <translation>L'addestramento si è dovuto fermare: impossibile leggere o scrivere un file.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>See that there is room, and that you may write there; --resume goes on after the last epoch.</source>
            <translation>Bada che ci sia spazio e che tu possa scriverci; --resume continua dopo l'ultima epoca.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>There is no unfinished training to resume.</source>
            <translation>Non c'è un addestramento incompleto da riprendere.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>{folder} holds no state of one.</source>
            <translation>{folder} non ne contiene lo stato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>Run the command without --resume.</source>
            <translation>Esegui il comando senza --resume.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>An unfinished training with this name exists.</source>
            <translation>Esiste già un addestramento incompleto con questo nome.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>Its state is in {folder}.</source>
            <translation>Il suo stato è in {folder}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/command.py" />
            <source>Add --resume to go on with it, or delete that folder to start again.</source>
            <translation>Aggiungi --resume per continuarlo, o elimina la cartella per ricominciare.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>It is not known where the recordings are.</source>
            <translation>Non si sa dove siano le registrazioni.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>Neither --recordings nor the environment variable {variable} names their folder.</source>
            <translation>Né --recordings né la variabile d'ambiente {variable} indicano la loro cartella.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>Give --recordings DIR, where DIR holds a folder for each corpus; or each by --corpus NAME=DIR.</source>
            <translation>Indica --recordings DIR, dove DIR contiene una cartella per ogni corpus; o ciascuno con --corpus NAME=DIR.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>The folder of the recordings is not there.</source>
            <translation>La cartella delle registrazioni non c'è.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>Looked for {folder}.</source>
            <translation>Cercata: {folder}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>Check the path.</source>
            <translation>Controlla il percorso.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>Recordings are missing: {missing}.</source>
            <translation>Mancano registrazioni: {missing}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>{folder} holds no folder of that name.</source>
            <translation>{folder} non contiene una cartella con quel nome.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/find.py" />
            <source>Get them as published ({sources}) and put each into a folder of its name in there; or give the corpora that you have with --corpus NAME=DIR.</source>
            <translation>Scaricali come pubblicati ({sources}) e metti ciascuno lì in una cartella con il suo nome; o indica i corpora che hai con --corpus NAME=DIR.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>“{text}” does not name a corpus.</source>
            <translation>«{text}» non nomina un corpus.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>A corpus is given as NAME=DIR.</source>
            <translation>Un corpus si indica come NAME=DIR.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>NAME is one of: {names}.</source>
            <translation>NAME è uno tra: {names}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>There is no corpus “{name}”.</source>
            <translation>Non c'è un corpus «{name}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>Use: {names}.</source>
            <translation>Usa: {names}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>The recordings are not there.</source>
            <translation>Le registrazioni non ci sono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>the name does not follow {layout}</source>
            <translation>il nome non segue {layout}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>officially without sound</source>
            <translation>ufficialmente senza suono</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>a copy of {first}</source>
            <translation>una copia di {first}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>No recording in {folder} can be used.</source>
            <translation>Nessuna registrazione in {folder} è utilizzabile.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>Check the folder, and how what it holds is called.</source>
            <translation>Controlla la cartella, e come si chiama ciò che contiene.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>Expected: {layout}. Found no recordings at all.</source>
            <translation>Atteso: {layout}. Non è stata trovata alcuna registrazione.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/load.py" />
            <source>Expected: {layout}. Found {count} that could not be used, such as {path}: {reason}.</source>
            <translation>Atteso: {layout}. Trovate {count} non utilizzabili, come {path}: {reason}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>EMOTION/SPEAKER/any.wav or SPEAKER/EMOTION/any.wav, or EMOTION/any.wav where nobody knows the speakers</source>
            <translation>EMOZIONE/PARLANTE/nome.wav o PARLANTE/EMOZIONE/nome.wav, o EMOZIONE/nome.wav dove nessuno conosce i parlanti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>a table with the columns file, emotion, speaker and, if known, sex</source>
            <translation>una tabella con le colonne file, emotion, speaker e, se noto, sex</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>in no folder</source>
            <translation>in nessuna cartella</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>“{name}” is not the name of an emotion</source>
            <translation>«{name}» non è il nome di un'emozione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>named twice in the table</source>
            <translation>nominata due volte nella tabella</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>Give a text file in UTF-8, as “CSV UTF-8” in a spreadsheet program writes it.</source>
            <translation>Usa un file di testo in UTF-8, come lo scrive «CSV UTF-8» in un foglio di calcolo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>{name} lacks a column: {missing}.</source>
            <translation>In {name} manca una colonna: {missing}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>Its columns are: {columns}.</source>
            <translation>Le colonne sono: {columns}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/corpora/own.py" />
            <source>Expected: {layout}.</source>
            <translation>Atteso: {layout}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/extract.py" />
            <source>it cannot be read ({reason})</source>
            <translation>non si può leggere ({reason})</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/extract.py" />
            <source>Computing the features was cut short: one of the processes at work died.</source>
            <translation>Il calcolo delle caratteristiche si è interrotto: uno dei processi al lavoro è morto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/extract.py" />
            <source>Perhaps the computer ran out of memory.</source>
            <translation>Forse il computer ha esaurito la memoria.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/extract.py" />
            <source>Close other programs and run the command again; what was done is kept.</source>
            <translation>Chiudi gli altri programmi ed esegui di nuovo il comando; ciò che è fatto resta.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/extract.py" />
            <source>{name} is shorter than {least_s} s.</source>
            <translation>{name} è più corto di {least_s} s.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/order.py" />
            <source>It is not said what to train.</source>
            <translation>Non è detto che cosa addestrare.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/order.py" />
            <source>A training needs a recipe, or recordings and a folder for the model.</source>
            <translation>Un addestramento richiede una ricetta, o registrazioni e una cartella per il modello.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/order.py" />
            <source>Give --recipe NAME (--recipes lists them), or --corpus NAME=DIR and --out DIR.</source>
            <translation>Indica --recipe NAME (--recipes le elenca), o --corpus NAME=DIR e --out DIR.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/order.py" />
            <source>--merge takes two emotions, as in calm=neutral.</source>
            <translation>--merge accetta due emozioni, come in calm=neutral.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/orders.py" />
            <source>Training was stopped before its first epoch ended; there is no model to keep.</source>
            <translation>L'addestramento è stato fermato prima della fine della prima epoca; non c'è un modello da conservare.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/orders.py" />
            <source>Start it again and let at least one epoch finish.</source>
            <translation>Riavvialo e lascia finire almeno un'epoca.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>No clip is labelled {missing}.</source>
            <translation>Nessuna clip ha l'etichetta {missing}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>The recordings hold {found}.</source>
            <translation>Le registrazioni contengono {found}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>Name the emotions to tell apart with --labels, or add a corpus that has these too.</source>
            <translation>Indica con --labels le emozioni da distinguere, o aggiungi un corpus che abbia anche queste.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>There is one emotion only; a model needs at least two to tell apart.</source>
            <translation>C'è una sola emozione; a un modello ne servono almeno due da distinguere.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>All clips are labelled {label}.</source>
            <translation>Tutte le clip hanno l'etichetta {label}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>Add recordings of another emotion.</source>
            <translation>Aggiungi registrazioni di un'altra emozione.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>{count} recordings are in more than one of the corpora given.</source>
            <translation>{count} registrazioni sono in più di uno dei corpora indicati.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>One is {path}.</source>
            <translation>Una è {path}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>Give each recording once: else the same voice could be trained on and tested.</source>
            <translation>Indica ogni registrazione una volta sola: altrimenti la stessa voce servirebbe ad addestrare e a verificare.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>None of the recordings held out for {part} could be used.</source>
            <translation>Nessuna delle registrazioni tenute da parte per {part} è utilizzabile.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>Mend the recordings that were left out, or choose others with another --seed.</source>
            <translation>Correggi le registrazioni escluse, o scegline altre con un altro --seed.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>Nobody in the training part sounds {labels}: all who do are held out.</source>
            <translation>Nella parte di addestramento nessuna voce è {labels}: quelle che lo sono sono tenute da parte.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/prepare.py" />
            <source>Leave the label out with --labels, add speakers, or choose others with another --seed.</source>
            <translation>Escludi l'etichetta con --labels, aggiungi parlanti, o scegline altri con un altro --seed.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/recipes/recipe.py" />
            <source>There is no recipe “{name}”.</source>
            <translation>Non c'è una ricetta «{name}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/recipes/recipe.py" />
            <source>Bundled are {names}.</source>
            <translation>Sono incluse {names}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/recipes/recipe.py" />
            <source>Give one of these, or the path of a TOML file.</source>
            <translation>Indica una di queste, o il percorso di un file TOML.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/recipes/recipe.py" />
            <source>This recipe cannot be used.</source>
            <translation>Questa ricetta non è utilizzabile.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/recipes/recipe.py" />
            <source>Correct the file.</source>
            <translation>Correggi il file.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/report.py" />
            <source>{folder} holds more than a model and is not replaced.</source>
            <translation>{folder} contiene più di un modello e non viene sostituita.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/report.py" />
            <source>For example {name}. Nothing was changed.</source>
            <translation>Per esempio {name}. Non è stato cambiato nulla.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/report.py" />
            <source>Choose another name with --out, or move these files away.</source>
            <translation>Scegli un altro nome con --out, o sposta questi file.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/report.py" />
            <source>{folder} already exists.</source>
            <translation>{folder} esiste già.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/report.py" />
            <source>Nothing was changed.</source>
            <translation>Non è stato cambiato nulla.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/report.py" />
            <source>Choose another name with --out, or add --replace.</source>
            <translation>Scegli un altro nome con --out, o aggiungi --replace.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/request.py" />
            <source>At least one corpus is needed.</source>
            <translation>Serve almeno un corpus.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/request.py" />
            <source>Give recordings with --corpus.</source>
            <translation>Indica le registrazioni con --corpus.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>There are too few recordings of an emotion to learn it.</source>
            <translation>Di un'emozione ci sono troppo poche registrazioni per impararla.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>{label}: {count}, and at least {least} are needed; far more are better.</source>
            <translation>{label}: {count}, e ne servono almeno {least}; molte di più sono meglio.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>Add recordings of it, or leave this emotion out.</source>
            <translation>Aggiungi sue registrazioni, o escludi questa emozione.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>No speaker can be held out, so nothing could tell how well the model does on a stranger.</source>
            <translation>Nessun parlante può essere tenuto da parte, quindi nulla direbbe come va il modello con uno sconosciuto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>Of {corpora} fewer than {least} speakers are named.</source>
            <translation>Di {corpora} sono nominati meno di {least} parlanti.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>Name the speakers (EMOTION/SPEAKER/file, or the column speaker), or add another corpus.</source>
            <translation>Indica i parlanti (EMOTION/SPEAKER/file, o la colonna speaker), o aggiungi un altro corpus.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/training/splits.py" />
            <source>no corpus</source>
            <translation>nessun corpus</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Live</source>
            <translation>Dal vivo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Clips</source>
            <translation>Clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Recordings</source>
            <translation>Registrazioni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>One recording</source>
            <translation>Una registrazione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Models</source>
            <translation>Modelli</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Take it away</source>
            <translation>Esportazione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Window</source>
            <translation>Finestra</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Start or stop listening</source>
            <translation>Avvia o ferma l'ascolto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Choose the microphone</source>
            <translation>Scegli il microfono</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Look for microphones again</source>
            <translation>Cerca di nuovo i microfoni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Put the clip lamp out</source>
            <translation>Spegni la spia Clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Test the microphone…</source>
            <translation>Prova il microfono…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Calibrate to my voice…</source>
            <translation>Calibra sulla mia voce…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Record a clip; while it counts in, begin at once</source>
            <translation>Registra una clip; durante il conteggio, comincia subito</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Keep the last seconds as a clip</source>
            <translation>Conserva gli ultimi secondi come clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Shorter clips</source>
            <translation>Clip più corte</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Longer clips</source>
            <translation>Clip più lunghe</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Cancel the recording, or leave the clip</source>
            <translation>Annulla la registrazione, o lascia la clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Play the clip, or stop</source>
            <translation>Riproduci la clip, o ferma</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Save the clip</source>
            <translation>Salva la clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Discard the clip</source>
            <translation>Scarta la clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Put the discarded clip back</source>
            <translation>Ripristina la clip scartata</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>The clip before</source>
            <translation>Clip precedente</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>The clip after</source>
            <translation>Clip successiva</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Add recordings…</source>
            <translation>Aggiungi…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Add a folder…</source>
            <translation>Aggiungi cartella…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>See the recording</source>
            <translation>Vedi la registrazione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Cancel</source>
            <translation>Annulla</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Try again</source>
            <translation>Riprova</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Remove</source>
            <translation>Rimuovi</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Clear the list</source>
            <translation>Svuota l'elenco</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Back to the list</source>
            <translation>Torna all'elenco</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Play or pause</source>
            <translation>Riproduci o metti in pausa</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Come nearer</source>
            <translation>Ingrandisci</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Go away</source>
            <translation>Rimpicciolisci</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>See all of it</source>
            <translation>Mostra tutto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>See the selection</source>
            <translation>Mostra la selezione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Move the cursor back</source>
            <translation>Sposta il cursore indietro</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Move the cursor on</source>
            <translation>Sposta il cursore avanti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Go to the beginning</source>
            <translation>Vai all'inizio</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Go to the end</source>
            <translation>Vai alla fine</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Select back</source>
            <translation>Seleziona indietro</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Select on</source>
            <translation>Seleziona avanti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Select all of it</source>
            <translation>Seleziona tutto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Use this model</source>
            <translation>Usa questo modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Compare…</source>
            <translation>Confronta…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Import…</source>
            <translation>Importa…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Train your own…</source>
            <translation>Addestra il tuo…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Export…</source>
            <translation>Esporta…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Copy as text</source>
            <translation>Copia come testo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Show what is heard now</source>
            <translation>Mostra ciò che si sente ora</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Show the recordings</source>
            <translation>Mostra le registrazioni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Show the models</source>
            <translation>Mostra i modelli</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Open the menu</source>
            <translation>Apri il menu</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Preferences…</source>
            <translation>Preferenze…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Presentation</source>
            <translation>Presentazione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Mini view</source>
            <translation>Vista mini</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Back to the window</source>
            <translation>Torna alla finestra</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Presentation on the next screen</source>
            <translation>Presentazione sullo schermo successivo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Level</source>
            <translation>Livello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Voice and attention</source>
            <translation>Voce e attenzione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Emotions</source>
            <translation>Emozioni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Timeline</source>
            <translation>Cronologia</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Arousal and valence</source>
            <translation>Attivazione e valenza</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Keyboard shortcuts</source>
            <translation>Scorciatoie da tastiera</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Welcome page</source>
            <translation>Pagina di benvenuto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Copy report…</source>
            <translation>Copia il rapporto…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>About this program</source>
            <translation>Informazioni sul programma</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/actions.py" />
            <source>Quit</source>
            <translation>Esci</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>{names} and {last} are there already.</source>
            <translation>{names} e {last} ci sono già.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>In {folder}.</source>
            <translation>In {folder}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>Replace</source>
            <translation>Sostituisci</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>One clip is not saved.</source>
            <translation>Una clip non è salvata.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>{count} clips are not saved.</source>
            <translation>{count} clip non sono salvate.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>What is in memory only goes with the program.</source>
            <translation>Ciò che è solo in memoria si perde con il programma.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>“{name}” is deleted for good.</source>
            <translation>«{name}» viene eliminato per sempre.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>What was learned of this voice is lost.</source>
            <translation>Ciò che si è imparato di questa voce va perso.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>Delete</source>
            <translation>Elimina</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/asking.py" />
            <source>All files</source>
            <translation>Tutti i file</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Take the clip off; it can be put back for a while</source>
            <translation>Togli la clip; per un po' si può ripristinare</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Save WAV…</source>
            <translation>Salva WAV…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Save the clip as a sound file</source>
            <translation>Salva la clip come file audio</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Export</source>
            <translation>Esporta</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Save its analysis for other programs</source>
            <translation>Salva la sua analisi per altri programmi</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Discard</source>
            <translation>Scarta</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Back</source>
            <translation>Indietro</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Back to what is listened to</source>
            <translation>Torna a ciò che si ascolta</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Clip. {line}</source>
            <translation>Clip. {line}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Stop</source>
            <translation>Ferma</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Play</source>
            <translation>Riproduci</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Saved as {name}.</source>
            <translation>Salvato come {name}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/card.py" />
            <source>Not saved: in memory only.</source>
            <translation>Non salvata: solo in memoria.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/desk.py" />
            <source>WAV sound</source>
            <translation>Audio WAV</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/desk.py" />
            <source>Clip discarded.</source>
            <translation>Clip scartata.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/desk.py" />
            <source>Clip taken off; its file stays.</source>
            <translation>Clip tolta; il suo file resta.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/desk.py" />
            <source>Undo</source>
            <translation>Annulla scarto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/shelf.py" />
            <source>{count} clips are kept already, and none of them is saved.</source>
            <translation>Ci sono già {count} clip, e nessuna è salvata.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/shelf.py" />
            <source>Each takes room in memory.</source>
            <translation>Ognuna occupa memoria.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/shelf.py" />
            <source>Save one, or discard one.</source>
            <translation>Salvane una, o scartane una.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Length of a clip</source>
            <translation>Durata di una clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Record</source>
            <translation>Registra</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Last {length}</source>
            <translation>Ultimi {length}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Drop what is being recorded</source>
            <translation>Scarta ciò che si sta registrando</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Record the next {length}</source>
            <translation>Registra i prossimi {length}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Keep the last {length} as a clip</source>
            <translation>Conserva gli ultimi {length} come clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Show or hide the last minutes of this session</source>
            <translation>Mostra o nascondi gli ultimi minuti di questa sessione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Save what was decided in this session for other programs</source>
            <translation>Salva per altri programmi ciò che è stato deciso in questa sessione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/clips/strip.py" />
            <source>Clip {line}</source>
            <translation>Clip {line}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>System default: {name}</source>
            <translation>Predefinito: {name}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>System default</source>
            <translation>Predefinito di sistema</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>1 channel</source>
            <translation>1 canale</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>{count} channels</source>
            <translation>{count} canali</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>{name} (not connected)</source>
            <translation>{name} (non collegato)</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>{name} is not connected.</source>
            <translation>{name} non è collegato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>The system's default is used instead: {default}.</source>
            <translation>Al suo posto si usa il predefinito di sistema: {default}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/device_words.py" />
            <source>The system's default is used instead.</source>
            <translation>Al suo posto si usa il predefinito di sistema.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Parts and licences</source>
            <translation>Parti e licenze</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Shows, as somebody speaks, how the voice sounds. It judges the sound alone: it does not know what anybody feels, and is not made for judging people at work or in school.</source>
            <translation>Mostra, mentre qualcuno parla, che suono ha la voce. Giudica solo il suono: non sa che cosa provi una persona, e non è fatto per giudicare le persone al lavoro o a scuola.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Copy all</source>
            <translation>Copia tutto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Close</source>
            <translation>Chiudi</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Part</source>
            <translation>Parte</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Version</source>
            <translation>Versione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>Licence</source>
            <translation>Licenza</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/about.py" />
            <source>The program itself: MIT licence. Parts of others that it is made of:</source>
            <translation>Il programma stesso: licenza MIT. Parti di altri di cui è fatto:</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/folders.py" />
            <source>Folders</source>
            <translation>Cartelle</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/folders.py" />
            <source>Where a clip is proposed to be saved. Nothing is saved unless you say so.</source>
            <translation>Dove si propone di salvare una clip. Nulla viene salvato se non lo chiedi.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/folders.py" />
            <source>Where recordings are looked for first.</source>
            <translation>Dove si cercano per prime le registrazioni.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/folders.py" />
            <source>This folder is not there now; {default} is used instead.</source>
            <translation>Questa cartella ora non c'è; al suo posto si usa {default}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/folders.py" />
            <source>Choose…</source>
            <translation>Scegli…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/folders.py" />
            <source>Back to default</source>
            <translation>Torna al predefinito</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>This sounds fine.</source>
            <translation>Si sente bene.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>The voice is too quiet.</source>
            <translation>La voce è troppo bassa.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Come nearer, or raise the microphone's level in the sound settings of the system.</source>
            <translation>Avvicinati, o alza il livello del microfono nelle impostazioni audio del sistema.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Too loud: the sound is clipped.</source>
            <translation>Troppo forte: il suono è distorto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Lower the microphone's level in the sound settings of the system, or keep more distance.</source>
            <translation>Abbassa il livello del microfono nelle impostazioni audio del sistema, o stai più lontano.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Nobody was heard to speak.</source>
            <translation>Non si è sentito parlare nessuno.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>If you did: come nearer, or choose another microphone.</source>
            <translation>Se hai parlato: avvicinati, o scegli un altro microfono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>It hums: the mains is heard.</source>
            <translation>C'è un ronzio: si sente la rete elettrica.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Try another socket, cable or port, or let the computer run on its battery.</source>
            <translation>Prova un'altra presa, un altro cavo o un'altra porta, o usa il computer a batteria.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>The noise around is nearly as loud as the voice.</source>
            <translation>Il rumore intorno è forte quasi quanto la voce.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Come nearer, close the window, turn fans off; best of all is a headset.</source>
            <translation>Avvicinati, chiudi la finestra, spegni i ventilatori; meglio di tutto è una cuffia con microfono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Test the microphone</source>
            <translation>Prova il microfono</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Play again</source>
            <translation>Riascolta</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Record again</source>
            <translation>Registra di nuovo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Still {length}: any sentence, as loud as usual.</source>
            <translation>Ancora {length}: una frase qualsiasi, al volume di sempre.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Speak now.</source>
            <translation>Parla adesso.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>One moment</source>
            <translation>Un momento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>It takes three seconds, and nothing of it is kept.</source>
            <translation>Dura tre secondi, e non se ne conserva nulla.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Press Record and say a sentence; then you hear it.</source>
            <translation>Premi Registra e di' una frase; poi la riascolti.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/microphone.py" />
            <source>Voice {voice} dBFS, room {room} dBFS.</source>
            <translation>Voce {voice} dBFS, stanza {room} dBFS.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>{name}, in milliseconds</source>
            <translation>{name}, in millisecondi</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>{name}, in percent</source>
            <translation>{name}, in percento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Appearance</source>
            <translation>Aspetto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>How the window looks. High contrast is dark or light, as the system is.</source>
            <translation>Come appare la finestra. L'alto contrasto è scuro o chiaro, come il sistema.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>As the system</source>
            <translation>Come il sistema</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Light</source>
            <translation>Chiaro</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Dark</source>
            <translation>Scuro</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>High contrast</source>
            <translation>Alto contrasto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Colours of the emotions</source>
            <translation>Colori delle emozioni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>The second choice keeps any two of them apart for colour-blind eyes, too.</source>
            <translation>La seconda scelta li distingue a due a due anche per chi è daltonico.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>As expected</source>
            <translation>Come ci si aspetta</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>For colour-blind eyes</source>
            <translation>Per daltonici</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>How it listens</source>
            <translation>Come ascolta</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Speech heard at once</source>
            <translation>Parlato per volta</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>How much of what was just said counts. Less follows a change sooner, more is surer.</source>
            <translation>Quanto conta di ciò che si è appena detto. Meno segue prima un cambiamento, di più è più sicuro.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>A new answer every</source>
            <translation>Nuova risposta ogni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>More often looks livelier, and keeps the processor busier.</source>
            <translation>Più spesso è più vivace, e impegna di più il processore.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Smoothing</source>
            <translation>Livellamento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>How long earlier answers count. Quick shows each as it comes, slow keeps the bars calm.</source>
            <translation>Quanto contano le risposte precedenti. Rapido le mostra come arrivano, lento tiene calme le barre.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>quick</source>
            <translation>rapido</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>slow</source>
            <translation>lento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Unsure below</source>
            <translation>Incerto sotto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Where no emotion is likelier than this, the program says so instead of naming one.</source>
            <translation>Dove nessuna emozione è più probabile di così, il programma lo dice invece di nominarne una.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Speech gate</source>
            <translation>Soglia del parlato</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>How sure it must be that somebody speaks. Lower hears whispers, and more noise.</source>
            <translation>Quanto deve essere certo che qualcuno parli. Più bassa sente i sussurri, e più rumore.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>{value}, as the model</source>
            <translation>{value}, come il modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>As the model has it: {share}</source>
            <translation>Come nel modello: {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Language</source>
            <translation>Lingua</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Language of the window</source>
            <translation>Lingua della finestra</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>Changes at once, and how numbers and times are written with it.</source>
            <translation>Cambia subito, e con essa il modo di scrivere numeri e ore.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/pages.py" />
            <source>As the system: {language}</source>
            <translation>Come il sistema: {language}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/preferences.py" />
            <source>Preferences</source>
            <translation>Preferenze</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/preferences.py" />
            <source>Pages of the preferences</source>
            <translation>Pagine delle preferenze</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/preferences.py" />
            <source>Back to how it came</source>
            <translation>Torna allo stato iniziale</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/preferences.py" />
            <source>This page is as the program came.</source>
            <translation>Questa pagina è come nel programma appena installato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/report.py" />
            <source>Report</source>
            <translation>Rapporto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/report.py" />
            <source>If something went wrong, this text helps to find out why. It holds no sound, and is sent nowhere: read it, copy it, and pass it on yourself.</source>
            <translation>Se qualcosa è andato storto, questo testo aiuta a capire perché. Non contiene suoni e non viene inviato da nessuna parte: leggilo, copialo e consegnalo tu.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/report.py" />
            <source>One moment…</source>
            <translation>Un momento…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/report.py" />
            <source>With names of files</source>
            <translation>Con i nomi dei file</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/report.py" />
            <source>Copy</source>
            <translation>Copia</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/shortcuts.py" />
            <source>in the menu</source>
            <translation>nel menu</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/shortcuts.py" />
            <source>Find an action or a key</source>
            <translation>Cerca un'azione o un tasto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/shortcuts.py" />
            <source>Nothing is called “{text}”.</source>
            <translation>Nulla si chiama «{text}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/swatches.py" />
            <source>Colours of {names}</source>
            <translation>Colori di {names}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>Your voice</source>
            <translation>La tua voce</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>Voice profile</source>
            <translation>Profilo vocale</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>A profile tells the program what your ordinary speech sounds like, so that it does not take the voice that you have for an emotion. It stays on this computer.</source>
            <translation>Un profilo dice al programma come suona il tuo parlato di sempre, così che non scambi la tua voce per un'emozione. Resta su questo computer.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>Adapts as you speak</source>
            <translation>Si adatta mentre parli</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>Learns from each utterance what the person who speaks sounds like. It takes for granted that you speak in all moods: after an hour of calm it no longer hears calm as calm.</source>
            <translation>Impara da ogni enunciato come suona chi parla. Dà per scontato che tu parli in ogni umore: dopo un'ora di calma non sente più la calma come calma.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>{name} (cannot be used now)</source>
            <translation>{name} (ora non utilizzabile)</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/dialogs/voice.py" />
            <source>None: hear me like anybody</source>
            <translation>Nessuno: come chiunque</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>CSV table</source>
            <translation>Tabella CSV</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Audacity labels</source>
            <translation>Etichette di Audacity</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Praat TextGrid</source>
            <translation>TextGrid di Praat</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>ELAN annotations</source>
            <translation>Annotazioni di ELAN</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Picture</source>
            <translation>Immagine</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Picture of the plot (PNG)…</source>
            <translation>Immagine del grafico (PNG)…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Copy to the clipboard</source>
            <translation>Copia negli appunti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Export: {kind}</source>
            <translation>Esporta: {kind}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/exporting.py" />
            <source>Copied: text and picture.</source>
            <translation>Copiati: testo e immagine.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/asking.py" />
            <source>Add recordings</source>
            <translation>Aggiungi registrazioni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/asking.py" />
            <source>Add a folder of recordings</source>
            <translation>Aggiungi una cartella di registrazioni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/asking.py" />
            <source>Export {count} results into a folder</source>
            <translation>Esporta {count} risultati in una cartella</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/asking.py" />
            <source>{count} files are there already.</source>
            <translation>{count} file ci sono già.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/asking.py" />
            <source>In {folder}. Keeping both gives the new ones another name.</source>
            <translation>In {folder}. Tenendo entrambi, i nuovi avranno un altro nome.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/asking.py" />
            <source>Keep both</source>
            <translation>Tieni entrambi</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/lines.py" />
            <source>Legend</source>
            <translation>Legenda</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/listing.py" />
            <source>Or press {files} for files, {folder} for a folder.</source>
            <translation>O premi {files} per i file, {folder} per una cartella.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/model.py" />
            <source>Recording</source>
            <translation>Registrazione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/model.py" />
            <source>State</source>
            <translation>Stato</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/model.py" />
            <source>Sounds</source>
            <translation>Voce</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/model.py" />
            <source>Confidence</source>
            <translation>Certezza</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/model.py" />
            <source>Duration</source>
            <translation>Durata</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/page.py" />
            <source>And {count} more were not saved.</source>
            <translation>E altri {count} non sono stati salvati.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/page.py" />
            <source>Saved {count} files in {folder}.</source>
            <translation>Salvati {count} file in {folder}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/picture.py" />
            <source>{title} ({name}), windows of {window} s every {hop} s, unsure below {share}; SER Desktop {version}</source>
            <translation>{title} ({name}), finestre di {window} s ogni {hop} s, incerto sotto {share}; SER Desktop {version}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/region.py" />
            <source>too short.</source>
            <translation>troppo corta.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/region.py" />
            <source>one moment…</source>
            <translation>un momento…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/rows.py" />
            <source>1 file</source>
            <translation>1 file</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/rows.py" />
            <source>{count} files</source>
            <translation>{count} file</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/rows.py" />
            <source>{count} done</source>
            <translation>{count} completati</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/rows.py" />
            <source>{count} failed</source>
            <translation>{count} falliti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/rows.py" />
            <source>{count} cancelled</source>
            <translation>{count} annullati</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/rows.py" />
            <source>{count} waiting</source>
            <translation>{count} in attesa</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/saving.py" />
            <source>Try again.</source>
            <translation>Riprova.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/taking.py" />
            <source>Copied: table and picture.</source>
            <translation>Copiati: tabella e immagine.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/taking.py" />
            <source>Copied: 1 recording.</source>
            <translation>Copiata: 1 registrazione.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/taking.py" />
            <source>Copied: {count} recordings.</source>
            <translation>Copiate: {count} registrazioni.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/view.py" />
            <source>Stretch that is seen</source>
            <translation>Tratto visibile</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/view.py" />
            <source>Pause</source>
            <translation>Pausa</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Drop recordings to hear how they sound</source>
            <translation>Trascina qui le registrazioni per sapere come suonano</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>WAV, FLAC, Ogg, Opus, MP3 and AIFF, at any rate; folders too.</source>
            <translation>WAV, FLAC, Ogg, Opus, MP3 e AIFF, a qualsiasi frequenza; anche cartelle.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Looking for recordings…</source>
            <translation>Ricerca delle registrazioni…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Not audio</source>
            <translation>Non è audio</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Empty</source>
            <translation>Vuoto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Damaged</source>
            <translation>Danneggiato</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Too short</source>
            <translation>Troppo corto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>No permission</source>
            <translation>Non permesso</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Not there</source>
            <translation>Non c'è</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Not readable</source>
            <translation>Non leggibile</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>No file</source>
            <translation>Non è un file</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>No model</source>
            <translation>Nessun modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Failed</source>
            <translation>Fallito</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Its header promises more sound than the file holds: it was cut off, or never finished.</source>
            <translation>L'intestazione promette più suono di quanto il file contenga: è stato troncato, o mai completato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>It holds samples that are no numbers; they count as silence.</source>
            <translation>Contiene campioni che non sono numeri; valgono come silenzio.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Waiting</source>
            <translation>In attesa</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Done</source>
            <translation>Fatto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Cancelled</source>
            <translation>Annullato</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Begun</source>
            <translation>Iniziato</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Cut off</source>
            <translation>Troncato</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>No speech</source>
            <translation>Nessun parlato</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Unsure</source>
            <translation>Incerto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>no speech</source>
            <translation>nessun parlato</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>unsure, perhaps {how} {share}</source>
            <translation>incerto, forse {how} {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>sounds {how} {share}</source>
            <translation>voce {how} {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>then {how} {share}</source>
            <translation>poi {how} {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Whole recording: {answer}</source>
            <translation>Registrazione intera: {answer}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Being analysed: {share}</source>
            <translation>In analisi: {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>Selection {start} to {end}: {answer}</source>
            <translation>Selezione da {start} a {end}: {answer}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>1 utterance</source>
            <translation>1 enunciato</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>{count} utterances</source>
            <translation>{count} enunciati</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>It is damaged after {length} s; the rest was not heard.</source>
            <translation>È danneggiata dopo {length} s; il resto non è stato ascoltato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>less than a minute left</source>
            <translation>meno di un minuto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>about 1 minute left</source>
            <translation>circa 1 minuto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>about {count} minutes left</source>
            <translation>circa {count} minuti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>about 1 hour left</source>
            <translation>circa 1 ora</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/files/words.py" />
            <source>about {count} hours left</source>
            <translation>circa {count} ore</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/live_page.py" />
            <source>There is room for it in a larger window.</source>
            <translation>C'è posto in una finestra più grande.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/main_window.py" />
            <source>The program ended unexpectedly last time.</source>
            <translation>L'ultima volta il programma si è chiuso in modo imprevisto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/menu.py" />
            <source>Menu</source>
            <translation>Menu</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/mini.py" />
            <source>Double click, or Return: back to the window</source>
            <translation>Doppio clic, o Invio: torna alla finestra</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Where is the model?</source>
            <translation>Dov'è il modello?</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>A model is a folder with model.tflite and manifest.json in it, or a .zip of such a folder.</source>
            <translation>Un modello è una cartella che contiene model.tflite e manifest.json, o uno .zip di una tale cartella.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Folder…</source>
            <translation>Cartella…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>.zip file…</source>
            <translation>File .zip…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Import a model</source>
            <translation>Importa un modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Model as .zip</source>
            <translation>Modello come .zip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Folder of recordings to learn from</source>
            <translation>Cartella di registrazioni da cui imparare</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>A recording</source>
            <translation>Una registrazione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>A model called “{name}” is there already.</source>
            <translation>C'è già un modello di nome «{name}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>The new one would take its place.</source>
            <translation>Il nuovo prenderebbe il suo posto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Its folder is deleted and cannot be brought back.</source>
            <translation>La sua cartella viene eliminata e non si può recuperare.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>It is in use; the model that came with the program takes its place.</source>
            <translation>È in uso; il modello arrivato con il programma ne prende il posto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Remove “{title}”?</source>
            <translation>Rimuovere «{title}»?</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Cancel the training?</source>
            <translation>Annullare l'addestramento?</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>What was learned so far is lost.</source>
            <translation>Ciò che è stato imparato finora va perso.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Cancel the training</source>
            <translation>Annulla l'addestramento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>Train on</source>
            <translation>Continua l'addestramento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>A model is being trained.</source>
            <translation>Un modello è in addestramento.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/asking.py" />
            <source>The training ends with the program. It can be gone on with under the same name.</source>
            <translation>L'addestramento finisce con il programma. Si può continuare con lo stesso nome.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/bringing.py" />
            <source>One model at a time: another is being looked at.</source>
            <translation>Un modello per volta: se ne sta esaminando un altro.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/bringing.py" />
            <source>Looking at {name}…</source>
            <translation>Esame di {name}…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/card.py" />
            <source>Card of the model</source>
            <translation>Scheda del modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/card.py" />
            <source>In use</source>
            <translation>In uso</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/card.py" />
            <source>This model came without a card.</source>
            <translation>Questo modello è arrivato senza scheda.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/card.py" />
            <source>Hears {emotions}</source>
            <translation>Sente {emotions}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>There is nothing to compare on yet</source>
            <translation>Non c'è ancora nulla su cui confrontare</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Two models are heard on the same clip or recording.</source>
            <translation>Due modelli ascoltano la stessa clip o registrazione.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Record a clip on the page “Live” with R, add recordings on the page “Recordings”, or choose a file.</source>
            <translation>Registra una clip nella pagina «Dal vivo» con R, aggiungi registrazioni nella pagina «Registrazioni», o scegli un file.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>There is only one model</source>
            <translation>C'è un solo modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Two are needed to compare.</source>
            <translation>Per confrontare ne servono due.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Import another one, or train your own.</source>
            <translation>Importane un altro, o addestra il tuo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Choose a file…</source>
            <translation>Scegli un file…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Compare on</source>
            <translation>Confronta su</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Clip or recording to compare on</source>
            <translation>Clip o registrazione su cui confrontare</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>First model</source>
            <translation>Primo modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Second model</source>
            <translation>Secondo modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/compare.py" />
            <source>Listening… {share}</source>
            <translation>Ascolto… {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>The training goes on</source>
            <translation>L'addestramento continua</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>Stop and keep the best</source>
            <translation>Ferma e tieni il migliore</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>Cancel…</source>
            <translation>Annulla…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>Error while learning (loss)</source>
            <translation>Errore durante l'apprendimento (loss)</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>Emotions right on what is kept apart</source>
            <translation>Emozioni giuste su ciò che è tenuto da parte</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>Progress of the training</source>
            <translation>Avanzamento dell'addestramento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>“{title}” is being trained</source>
            <translation>«{title}» è in addestramento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>On validation</source>
            <translation>In validazione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>On what it learns from</source>
            <translation>Su ciò da cui impara</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>epoch</source>
            <translation>epoca</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>Right</source>
            <translation>Giuste</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/course.py" />
            <source>by guessing</source>
            <translation>tirando a indovinare</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>Nobody speaks in it.</source>
            <translation>Non vi parla nessuno.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>Only {model} found speech in it.</source>
            <translation>Solo {model} vi ha trovato del parlato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>Both are unsure.</source>
            <translation>Entrambi sono incerti.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>Both name the same: {emotion}.</source>
            <translation>Entrambi dicono lo stesso: {emotion}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>They differ. {first}: {one}, {second}: {other}.</source>
            <translation>Sono diversi. {first}: {one}, {second}: {other}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>Furthest apart: {emotion}, {first} and {second}.</source>
            <translation>Più distanti: {emotion}, {first} e {second}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/difference.py" />
            <source>Only {model} knows: {emotions}.</source>
            <translation>Solo {model} conosce: {emotions}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>recordings/
  anger/
    anna/   one.wav  two.wav
    ben/    one.wav
  sadness/
    anna/   one.wav</source>
            <translation>registrazioni/
  rabbia/
    anna/   uno.wav  due.wav
    ben/    uno.wav
  tristezza/
    anna/   uno.wav</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>A folder for each emotion, and in it one for each person who speaks. The other way round does too, and without folders for people where nobody knows who speaks. Emotions may be named in English, German, Italian, French, Spanish or Portuguese.</source>
            <translation>Una cartella per ogni emozione, e dentro una per ogni persona che parla. Va bene anche il contrario, e senza cartelle per le persone se nessuno sa chi parla. Le emozioni si possono chiamare in inglese, tedesco, italiano, francese, spagnolo o portoghese.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>With ten people or more some can be kept apart: how the model does on them is what strangers may expect. At least four are needed for that. Your own voice alone will do as well, with some twenty recordings of each emotion; the model then works for your voice, and its figure says nothing about anybody else's.</source>
            <translation>Da dieci persone in su se ne possono tenere da parte alcune: come va il modello con loro è ciò che possono aspettarsi gli sconosciuti. Ne servono almeno quattro. Basta anche la tua voce da sola, con una ventina di registrazioni per emozione; il modello allora funziona per la tua voce, e il suo valore non dice nulla di quella degli altri.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>What the folder should look like</source>
            <translation>Come dev'essere la cartella</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>How many people?</source>
            <translation>Quante persone?</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>1 recording</source>
            <translation>1 registrazione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>{count} recordings</source>
            <translation>{count} registrazioni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>1 person</source>
            <translation>1 persona</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>{count} people</source>
            <translation>{count} persone</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>1 emotion</source>
            <translation>1 emozione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>{count} emotions</source>
            <translation>{count} emozioni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>Some people are kept apart, and the model is measured on them: that figure is for strangers.</source>
            <translation>Alcune persone sono tenute da parte, e su di loro si misura il modello: quel valore vale per gli sconosciuti.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>One person speaks. The model will work for that voice; how it does on others nobody will know.</source>
            <translation>Parla una persona sola. Il modello funzionerà per quella voce; come va con le altre nessuno lo saprà.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>Nobody said who speaks. The model will know these voices; its figure will say nothing of others.</source>
            <translation>Nessuno ha detto chi parla. Il modello conoscerà queste voci; il suo valore non dirà nulla delle altre.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>Too few people speak to keep any apart ({count}, and {least} are needed). The model will know these voices; its figure will not hold for strangers.</source>
            <translation>Parlano troppo poche persone per tenerne da parte ({count}, e ne servono {least}). Il modello conoscerà queste voci; il suo valore non varrà per gli sconosciuti.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>Of {count} recordings nobody knows who speaks.</source>
            <translation>Di {count} registrazioni nessuno sa chi parla.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>Left out</source>
            <translation>Escluse</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>{count} more reasons</source>
            <translation>altri {count} motivi</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/found.py" />
            <source>{count} recordings, as {name}: {why}</source>
            <translation>{count} registrazioni, come {name}: {why}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Train your own model</source>
            <translation>Addestra il tuo modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Choose a folder of recordings…</source>
            <translation>Scegli una cartella di registrazioni…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Start the training</source>
            <translation>Avvia l'addestramento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Name of the model</source>
            <translation>Nome del modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Effort</source>
            <translation>Impegno</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>My voice</source>
            <translation>La mia voce</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Quick: some minutes, for a first impression</source>
            <translation>Rapido: qualche minuto, per una prima impressione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Thorough: up to an hour, as the bundled models were trained</source>
            <translation>Accurato: fino a un'ora, come i modelli inclusi</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Go on with the training of this name that was broken off</source>
            <translation>Continua l'addestramento interrotto con questo nome</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>What was found, and what is wanted</source>
            <translation>Che cosa si è trovato, e che cosa serve</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Or drop one here.</source>
            <translation>O trascinane una qui.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>First choose the recordings.</source>
            <translation>Prima scegli le registrazioni.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>Looking: {done} of {total}</source>
            <translation>Esame: {done} di {total}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>No model can be made of this folder yet.</source>
            <translation>Da questa cartella non si può ancora fare un modello.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>The model needs a name.</source>
            <translation>Il modello ha bisogno di un nome.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/order.py" />
            <source>There is a model of this name already.</source>
            <translation>C'è già un modello con questo nome.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/outcome.py" />
            <source>Back to the models</source>
            <translation>Torna ai modelli</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/outcome.py" />
            <source>Train another one</source>
            <translation>Addestrane un altro</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/outcome.py" />
            <source>Use it</source>
            <translation>Usalo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/outcome.py" />
            <source>“{title}” hears: {emotions}.</source>
            <translation>«{title}» sente: {emotions}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/outcome.py" />
            <source>Copy the command</source>
            <translation>Copia il comando</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/outcome.py" />
            <source>Command that installs the trainer</source>
            <translation>Comando che installa l'addestramento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>Drop a model here</source>
            <translation>Trascina qui un modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>A model's folder, or a .zip of it</source>
            <translation>La cartella di un modello, o un suo .zip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>Drop a recording here</source>
            <translation>Trascina qui una registrazione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>Both models will hear it</source>
            <translation>La ascolteranno entrambi i modelli</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>Drop a folder of recordings here</source>
            <translation>Trascina qui una cartella di registrazioni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>A model will learn from them</source>
            <translation>Un modello ne imparerà</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>“{title}” hears you now.</source>
            <translation>Ora ti ascolta «{title}».</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>“{title}” is installed.</source>
            <translation>«{title}» è installato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>“{title}” was removed.</source>
            <translation>«{title}» è stato rimosso.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/page.py" />
            <source>Your model “{title}” is ready.</source>
            <translation>Il tuo modello «{title}» è pronto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Starting the trainer</source>
            <translation>Avvio dell'addestramento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Looking through the recordings</source>
            <translation>Esame delle registrazioni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Listening to the recordings</source>
            <translation>Ascolto delle registrazioni</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Learning</source>
            <translation>Apprendimento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Measuring what the model is worth</source>
            <translation>Misura di quanto vale il modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Writing the model</source>
            <translation>Scrittura del modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Stopping…</source>
            <translation>Arresto…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{doing}, epoch {number} is done</source>
            <translation>{doing}, epoca {number} completata</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{doing}: {done} of {total}</source>
            <translation>{doing}: {done} di {total}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>a few seconds</source>
            <translation>qualche secondo</translation>
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
            <translation>Ancora circa {time}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>About {time} left of this</source>
            <translation>Per questo ancora circa {time}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>No epoch is done yet.</source>
            <translation>Nessuna epoca è ancora completata.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Epoch {number}: loss {loss}</source>
            <translation>Epoca {number}: loss {loss}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>on validation {loss}</source>
            <translation>in validazione {loss}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{share} of emotions right on validation</source>
            <translation>{share} delle emozioni giuste in validazione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>best {share} in epoch {number}</source>
            <translation>migliore {share} nell'epoca {number}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>No model came of it</source>
            <translation>Non ne è nato un modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Cancelled: there is no new model</source>
            <translation>Annullato: non c'è un nuovo modello</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Stopped: the best so far was kept</source>
            <translation>Fermato: si è tenuto il migliore finora</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Your model is ready</source>
            <translation>Il tuo modello è pronto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{share} of emotions right on one person whom it never heard.</source>
            <translation>{share} delle emozioni giuste su una persona mai sentita.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{share} of emotions right on {count} people whom it never heard.</source>
            <translation>{share} delle emozioni giuste su {count} persone mai sentite.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>So few people are a hint, no more.</source>
            <translation>Così poche persone sono un indizio, non di più.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>{share} of emotions right on other recordings of the same voices.</source>
            <translation>{share} delle emozioni giuste su altre registrazioni delle stesse voci.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>What it does with strangers nobody knows.</source>
            <translation>Che cosa fa con gli sconosciuti nessuno lo sa.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>By guessing it would be {share}.</source>
            <translation>Tirando a indovinare sarebbe il {share}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/trainwords.py" />
            <source>Measured on {count} recordings.</source>
            <translation>Misurato su {count} registrazioni.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>Nobody measured it on strangers</source>
            <translation>Nessuno l'ha misurato su sconosciuti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>{share} of emotions right on one stranger</source>
            <translation>{share} delle emozioni giuste su uno sconosciuto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>{share} of emotions right on strangers</source>
            <translation>{share} delle emozioni giuste su sconosciuti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>{share} of emotions right on {count} strangers</source>
            <translation>{share} delle emozioni giuste su {count} sconosciuti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>The share of clips that it names rightly, the same weight for each emotion, of people whose voices it never heard (unweighted average recall).</source>
            <translation>La quota di clip che nomina correttamente, con lo stesso peso per ogni emozione, di persone di cui non ha mai sentito la voce (richiamo medio non pesato).</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>Your own</source>
            <translation>Tuo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>Came with the program</source>
            <translation>Arrivato con il programma</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>Damaged: it cannot be used</source>
            <translation>Danneggiato: non utilizzabile</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>Not measured on strangers</source>
            <translation>Non misurato su sconosciuti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>{share} right on strangers</source>
            <translation>{share} giuste su sconosciuti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/models/words.py" />
            <source>in use</source>
            <translation>in uso</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/clip.py" />
            <source>the clip</source>
            <translation>della clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/compared.py" />
            <source>Waveform, and what each model attended to</source>
            <translation>Forma d'onda, e a che cosa ogni modello ha prestato attenzione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/compared.py" />
            <source>Voice</source>
            <translation>Voce</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/file.py" />
            <source>Waveform, attention, utterances and probabilities over time</source>
            <translation>Forma d'onda, attenzione, enunciati e probabilità nel tempo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/lanes.py" />
            <source>How it sounds, moment by moment</source>
            <translation>Come suona, momento per momento</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>Valence and arousal, {caption}</source>
            <translation>Valenza e attivazione, {caption}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>Each emotion has the place that people gave it in a study; the point is their mean, weighted by what the model says. The trail shows the last eight seconds.</source>
            <translation>Ogni emozione ha il posto che le hanno dato le persone in uno studio; il punto è la loro media, pesata con ciò che dice il modello. La scia mostra gli ultimi otto secondi.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>Nobody speaks</source>
            <translation>Nessuno parla</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>derived from the emotions, not measured</source>
            <translation>ricavate dalle emozioni, non misurate</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>Valence {valence}, arousal {arousal}</source>
            <translation>Valenza {valence}, attivazione {arousal}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>unpleasant</source>
            <translation>spiacevole</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>Valence</source>
            <translation>Valenza</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>pleasant</source>
            <translation>piacevole</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>calm</source>
            <translation>calma</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>Arousal</source>
            <translation>Attivazione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/plane.py" />
            <source>excited</source>
            <translation>agitato</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/timeline.py" />
            <source>Session: the answers of the last five minutes</source>
            <translation>Sessione: le risposte degli ultimi cinque minuti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/timeline.py" />
            <source>sound is missing</source>
            <translation>manca il suono</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/timeline.py" />
            <source>nobody spoke</source>
            <translation>nessuno parlava</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/timeline.py" />
            <source>recorded: press to hear it</source>
            <translation>registrato: premi per ascoltarlo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/trace.py" />
            <source>the last ten seconds</source>
            <translation>degli ultimi dieci secondi</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/trace.py" />
            <source>Waveform and attention of {what}</source>
            <translation>Forma d'onda e attenzione {what}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/trace.py" />
            <source>Waveform of {what}. {attention}</source>
            <translation>Forma d'onda {what}. {attention}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/plots/trace.py" />
            <source>now</source>
            <translation>ora</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/recall.py" />
            <source>Keep the last {length}</source>
            <translation>Conserva gli ultimi {length}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/recall.py" />
            <source>{time} was not recorded, but is still in memory.</source>
            <translation>{time} non è stato registrato, ma è ancora in memoria.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/recall.py" />
            <source>{time} was not recorded. {key} keeps the last {length}.</source>
            <translation>{time} non è stato registrato. {key} conserva gli ultimi {length}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/reception.py" />
            <source>A clip is being recorded. Test the microphone after it.</source>
            <translation>Si sta registrando una clip. Prova il microfono dopo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/reception.py" />
            <source>{name} is connected again.</source>
            <translation>{name} è di nuovo collegato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/views.py" />
            <source>{key}: back to the window</source>
            <translation>{key}: torna alla finestra</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/views.py" />
            <source>{key}: on the next screen</source>
            <translation>{key}: sullo schermo successivo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>The model was made with other people's voices. Once it knows what your everyday voice sounds like, it tells better what differs from it.</source>
            <translation>Il modello è nato con le voci di altre persone. Quando conosce la tua voce di ogni giorno, distingue meglio ciò che se ne scosta.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Read this aloud as you would tell it to a friend, in your everyday voice and place.</source>
            <translation>Leggi questo ad alta voce come lo racconteresti a un amico, con la voce e nel posto di ogni giorno.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Your everyday voice, as the model hears it without and with what it has learned.</source>
            <translation>La tua voce di ogni giorno, come il modello la sente senza e con ciò che ha imparato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Calibrate to my voice</source>
            <translation>Calibra sulla mia voce</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Name of the voice</source>
            <translation>Nome della voce</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Voices</source>
            <translation>Voci</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Record a voice…</source>
            <translation>Registra una voce…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>This is what it changes</source>
            <translation>Ecco che cosa cambia</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Read again</source>
            <translation>Leggi di nuovo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Keep and use</source>
            <translation>Conserva e usa</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Start</source>
            <translation>Avvia</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Your voice is being learned.</source>
            <translation>La tua voce viene imparata.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Get ready</source>
            <translation>Preparati</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>It begins in a moment.</source>
            <translation>Comincia tra un momento.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>Press Start and read</source>
            <translation>Premi Avvia e leggi</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/dialog.py" />
            <source>It takes twenty seconds.</source>
            <translation>Dura venti secondi.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/known.py" />
            <source>Nobody in particular</source>
            <translation>Nessuno in particolare</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/known.py" />
            <source>Use this voice</source>
            <translation>Usa questa voce</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/known.py" />
            <source>{name} (in use)</source>
            <translation>{name} (in uso)</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/known.py" />
            <source>The program hears everybody as a stranger.</source>
            <translation>Il programma ascolta tutti come sconosciuti.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/known.py" />
            <source>Recorded with another model than the one in use: read the text again to use it with this one.</source>
            <translation>Registrata con un modello diverso da quello in uso: rileggi il testo per usarla con questo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/known.py" />
            <source>{day}, {seconds} of speech.</source>
            <translation>{day}, {seconds} di parlato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Listening ended before the text was read.</source>
            <translation>L'ascolto è finito prima che il testo fosse letto.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Read it once more.</source>
            <translation>Leggilo ancora una volta.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Read on</source>
            <translation>Continua a leggere</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>How well you are heard is told after a second of speech.</source>
            <translation>Come ti si sente lo si dice dopo un secondo di parlato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>You are heard well</source>
            <translation>Ti si sente bene</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Too quiet</source>
            <translation>Troppo piano</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Come nearer to the microphone, or turn it up.</source>
            <translation>Avvicinati al microfono, o alzane il volume.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Too noisy</source>
            <translation>Troppo rumore</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Close the window or the door, or come nearer to the microphone.</source>
            <translation>Chiudi la finestra o la porta, o avvicinati al microfono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Too loud: the sound is cut off</source>
            <translation>Troppo forte: il suono è tagliato</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/listening.py" />
            <source>Go back a little, or turn the microphone down.</source>
            <translation>Allontanati un po', o abbassa il microfono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/outcome.py" />
            <source>As a stranger</source>
            <translation>Come sconosciuto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/outcome.py" />
            <source>Knowing your voice</source>
            <translation>Conoscendo la tua voce</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/reading.py" />
            <source>On Thursday morning the baker opens her shop at seven.</source>
            <translation>Giovedì mattina la fornaia apre il negozio alle sette.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/reading.py" />
            <source>She puts the bread on the shelf, wipes the counter and turns the sign around.</source>
            <translation>Mette il pane sullo scaffale, pulisce il bancone e gira il cartello.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/reading.py" />
            <source>A little later the first bus stops across the street.</source>
            <translation>Poco dopo il primo autobus si ferma dall'altra parte della strada.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/reading.py" />
            <source>Two people get off, look at the clock and walk on.</source>
            <translation>Scendono due persone, guardano l'orologio e proseguono.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/reading.py" />
            <source>By eight the whole street is awake.</source>
            <translation>Alle otto tutta la via è sveglia.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/voice/reading.py" />
            <source>Text to read aloud</source>
            <translation>Testo da leggere ad alta voce</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Does the microphone hear you?</source>
            <translation>Il microfono ti sente?</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Nothing is opened before you press the button. Your system may then ask whether it may be used.</source>
            <translation>Nulla si apre prima che tu prema il pulsante. Il sistema può allora chiederti se il microfono può essere usato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Opening the microphone…</source>
            <translation>Apertura del microfono…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>If your system asks, allow it.</source>
            <translation>Se il sistema lo chiede, consentilo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Say something: the bar should move.</source>
            <translation>Di' qualcosa: la barra dovrebbe muoversi.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>It hears silence so far.</source>
            <translation>Finora sente silenzio.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>It hears you.</source>
            <translation>Ti sente.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>{name} works.</source>
            <translation>{name} funziona.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>What it does</source>
            <translation>Che cosa fa</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>It tells how a voice sounds to a model, not what a person feels.</source>
            <translation>Dice come una voce suona a un modello, non che cosa prova una persona.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Your privacy</source>
            <translation>La tua privacy</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Everything stays on this computer. Nothing is recorded unless you press Record; the last half minute waits in memory for that, and is forgotten when listening ends.</source>
            <translation>Tutto resta su questo computer. Nulla viene registrato se non premi Registra; per questo l'ultimo mezzo minuto attende in memoria, ed è dimenticato quando l'ascolto finisce.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>What it is not for</source>
            <translation>A che cosa non serve</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>For judging people. At work and in education the EU's AI Act, Regulation (EU) 2024/1689, prohibits inferring emotions (Article 5(1)(f); exceptions: medical and safety reasons). This is no legal advice.</source>
            <translation>A giudicare le persone. Sul lavoro e nell'istruzione la legge europea sull'IA, regolamento (UE) 2024/1689, vieta di inferire le emozioni (articolo 5, paragrafo 1, lettera f); eccezioni: motivi medici e di sicurezza). Questa non è una consulenza legale.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>With strangers it is often wrong: of acted speech by people whom it did not know, it named {share} rightly, as a mean over the emotions; by chance it would be {chance}.</source>
            <translation>Con gli sconosciuti sbaglia spesso: del parlato recitato da persone che non conosceva ha nominato correttamente il {share}, in media sulle emozioni; per caso sarebbe il {chance}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>With strangers it is often wrong; how often, nobody has measured for this model.</source>
            <translation>Con gli sconosciuti sbaglia spesso; quanto spesso, per questo modello nessuno l'ha misurato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Welcome. Let us hear your voice.</source>
            <translation>Benvenuto. Facci sentire la tua voce.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>This program listens, and shows as you speak how your voice sounds.</source>
            <translation>Questo programma ascolta, e mostra mentre parli come suona la tua voce.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Leave this page and listen</source>
            <translation>Lascia questa pagina e ascolta</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/welcome.py" />
            <source>Allow and test</source>
            <translation>Consenti e prova</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/bars.py" />
            <source>How the voice sounds</source>
            <translation>Come suona la voce</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/bars.py" />
            <source>unsure below {share}</source>
            <translation>incerto sotto {share}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/header.py" />
            <source>Start listening</source>
            <translation>Avvia l'ascolto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/header.py" />
            <source>Stop listening</source>
            <translation>Ferma l'ascolto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>Level of the microphone</source>
            <translation>Livello del microfono</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>Level in dB below full scale; speak so that it stays below the red zone. The lamp stays on after clipping until it is pressed.</source>
            <translation>Livello in dB sotto il fondo scala; parla in modo che resti sotto la zona rossa. Dopo una distorsione la spia resta accesa finché non la premi.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>no signal</source>
            <translation>nessun segnale</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>Peak {level}</source>
            <translation>Picco {level}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>Peak too quiet to show</source>
            <translation>Picco troppo basso da mostrare</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>No signal</source>
            <translation>Nessun segnale</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>Not listening</source>
            <translation>Non in ascolto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>clipped</source>
            <translation>distorto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/meter.py" />
            <source>Clip</source>
            <translation>Clip</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/picker.py" />
            <source>Microphone</source>
            <translation>Microfono</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/widgets/picker.py" />
            <source>Sound of this computer</source>
            <translation>Suono di questo computer</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Everything stays on this computer.</source>
            <translation>Tutto resta su questo computer.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Attention</source>
            <translation>Attenzione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>This model does not show what it attends to.</source>
            <translation>Questo modello non mostra a che cosa presta attenzione.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Nothing was decided in this session yet.</source>
            <translation>In questa sessione non è ancora stato deciso nulla.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Demo clip</source>
            <translation>Clip dimostrativa</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Session</source>
            <translation>Sessione</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>No model is installed</source>
            <translation>Nessun modello è installato</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Without one the program can show the sound, but not how it sounds.</source>
            <translation>Senza un modello il programma può mostrare il suono, ma non come suona.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>The command “ser-desktop models” tells where models are looked for.</source>
            <translation>Il comando «ser-desktop models» dice dove si cercano i modelli.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>All panels are hidden</source>
            <translation>Tutti i pannelli sono nascosti</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>The menu at the upper right brings them back.</source>
            <translation>Il menu in alto a destra li riporta.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>The microphone sends nothing but silence</source>
            <translation>Il microfono invia solo silenzio</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>It may be muted, or this program may not be allowed to use it.</source>
            <translation>Forse è disattivato, o questo programma non ha il permesso di usarlo.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Look at its switch, and at the sound and privacy settings of the system.</source>
            <translation>Controlla il suo interruttore, e le impostazioni audio e sulla privacy del sistema.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Anger</source>
            <translation>Rabbia</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Boredom</source>
            <translation>Noia</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Disgust</source>
            <translation>Disgusto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Fear</source>
            <translation>Paura</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Happiness</source>
            <translation>Felicità</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Neutral</source>
            <translation>Neutro</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Calm</source>
            <translation>Calma</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Sadness</source>
            <translation>Tristezza</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Surprise</source>
            <translation>Sorpresa</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>angry</source>
            <translation>arrabbiata</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>bored</source>
            <translation>annoiata</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>disgusted</source>
            <translation>disgustata</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>afraid</source>
            <translation>impaurita</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>happy</source>
            <translation>felice</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>neutral</source>
            <translation>neutra</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>sad</source>
            <translation>triste</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>surprised</source>
            <translation>sorpresa</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Waiting for the microphone</source>
            <translation>In attesa del microfono</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Stopped</source>
            <translation>Fermo</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Listening</source>
            <translation>In ascolto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Microphone lost</source>
            <translation>Microfono perso</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Press Start, or the space bar.</source>
            <translation>Premi Avvia, o la barra spaziatrice.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Listening…</source>
            <translation>In ascolto…</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>An answer comes after a second of speech.</source>
            <translation>La risposta arriva dopo un secondo di parlato.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Say something, and the bars will move.</source>
            <translation>Di' qualcosa, e le barre si muoveranno.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>No sound</source>
            <translation>Nessun suono</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Waiting for the microphone to return.</source>
            <translation>In attesa che il microfono ritorni.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Sounds {how}</source>
            <translation>Voce {how}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Model: {title} · Voice: {voice}</source>
            <translation>Modello: {title} · Voce: {voice}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Model: {title}</source>
            <translation>Modello: {title}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Last: unsure, {length}</source>
            <translation>Ultima: incerto, {length}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Last: sounds {how}, {share}, {length}</source>
            <translation>Ultima: voce {how}, {share}, {length}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Not analysed</source>
            <translation>Non analizzata</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>R begins at once, Esc cancels.</source>
            <translation>R comincia subito, Esc annulla.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>{length} in all. Esc cancels.</source>
            <translation>{length} in tutto. Esc annulla.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>The clip is being listened to.</source>
            <translation>La clip viene ascoltata.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>The microphone is being opened. Esc cancels.</source>
            <translation>Il microfono si sta aprendo. Esc annulla.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Sound is missing at {places} and {count} more.</source>
            <translation>Manca il suono a {places} e in altri {count} punti.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Sound is missing at {places}.</source>
            <translation>Manca il suono a {places}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>not saved</source>
            <translation>non salvata</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>1 clip, {size} in memory</source>
            <translation>1 clip, {size} in memoria</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>{count} clips, {size} in memory</source>
            <translation>{count} clip, {size} in memoria</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>SER Desktop {version}, model {title}</source>
            <translation>SER Desktop {version}, modello {title}</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Something in the window went wrong</source>
            <translation>Qualcosa nella finestra è andato storto</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Close the program and start it again. The terminal shows the details for a report.</source>
            <translation>Chiudi il programma e riavvialo. Il terminale mostra i dettagli per una segnalazione.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Perhaps {first}.</source>
            <translation>Forse {first}.</translation>
        </message>
        <message>
            <location filename="../../ser_desktop/ui/words.py" />
            <source>Perhaps {first} or {second}.</source>
            <translation>Forse {first} o {second}.</translation>
        </message>
    </context>
</TS>
