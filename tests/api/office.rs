//! LibreOffice without a screen, as the council's office would use it: it opens a file with tracked changes, accepts or rejects
//! them all, and saves. It needs `soffice` alone (Debian: `libreoffice-writer-nogui`): a macro in a profile that is thrown away.

use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// A profile that has been set up already: otherwise the first start would write its own over the macro.
const SET_UP: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"#;

const LIBRARIES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>
"#;

const LIBRARY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Changes"/>
</library:library>
"#;

const MACRO: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" script:language="StarBasic">
Sub Decide(folder As String)
  One folder, ".uno:AcceptAllTrackedChanges", "accepted"
  One folder, ".uno:RejectAllTrackedChanges", "rejected"
  StarDesktop.terminate()
End Sub

Sub One(folder As String, command As String, name As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim how(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(folder &amp; "/tracked.docx", "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
  how(0).Name = "FilterName"
  how(0).Value = "writer8"
  doc.storeToURL(folder &amp; "/" &amp; name &amp; ".odt", how())
  doc.close(True)
End Sub
</script:module>
"#;

/// How long the office may take.
const PATIENCE: Duration = Duration::from_secs(240);

/// The file with all its changes accepted, and with all of them rejected, as OpenDocument.
pub type Decided = (Vec<u8>, Vec<u8>);

/// Says whether there is an office; without one a story is not told, which CI does not let pass.
#[allow(clippy::print_stdout, reason = "a test that was not run says so")]
pub fn is_here() -> bool {
    let here = Command::new("soffice").arg("--version").output().is_ok_and(|out| out.status.success());
    if !here {
        assert!(std::env::var_os("CI").is_none(), "CI must open the file: there is no soffice");
        println!("NOT RUN: there is no soffice");
    }
    here
}

/// Has the office decide on every change. The same file is decided once, whichever database it came from.
pub fn decide(docx: &[u8]) -> Decided {
    static DONE: Mutex<Option<HashMap<String, Decided>>> = Mutex::new(None);
    let mut done = DONE.lock().unwrap();
    let done = done.get_or_insert_default();
    done.entry(domain::id::sha256(docx)).or_insert_with(|| run(docx)).clone()
}

fn run(docx: &[u8]) -> Decided {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let at = |name: &str| folder.path().join(name);
    let write = |name: &str, text: &str| {
        std::fs::create_dir_all(at(name).parent().unwrap()).unwrap();
        std::fs::write(at(name), text).unwrap();
    };
    write("profile/user/registrymodifications.xcu", SET_UP);
    write("profile/user/basic/script.xlc", LIBRARIES);
    write("profile/user/basic/Standard/script.xlb", LIBRARY);
    write("profile/user/basic/Standard/Changes.xba", MACRO);
    std::fs::write(at("tracked.docx"), docx).unwrap();
    office(folder.path());
    let odt = |name: &str| std::fs::read(at(name)).unwrap_or_else(|e| panic!("LibreOffice wrote no {name}: {e}"));
    (odt("accepted.odt"), odt("rejected.odt"))
}

fn office(folder: &Path) {
    let address = format!("file://{}", folder.display());
    let mut office = Command::new("soffice")
        .args(["--headless", "--norestore", "--nologo", "--nofirststartwizard"])
        .arg(format!("-env:UserInstallation={address}/profile"))
        .arg(format!("macro:///Standard.Changes.Decide(\"{address}\")"))
        .env("HOME", folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while office.try_wait().unwrap().is_none() {
        if begun.elapsed() > PATIENCE {
            let _ = office.kill();
            panic!("LibreOffice took longer than {PATIENCE:?}");
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}
