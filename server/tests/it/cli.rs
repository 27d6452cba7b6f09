//! The subcommands, as the program that an operator starts.

use std::{
    io::Write as _,
    path::Path,
    process::{Child, Command, Output, Stdio},
};

const FACILITIES: &str = "\
municipality,facility,space,parent_space,kind,capacity
Bærum,Hauger skole,Gymsal,,gym,60
Bærum,Hauger skole,Gymsal A,Gymsal,gym,30
Drammen,Åssiden,Hallen,,sports_hall,
";

/// A console in a folder of its own.
pub struct Console {
    folder: tempfile::TempDir,
}

impl Console {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, name: &str, content: &str) {
        std::fs::write(self.path().join(name), content).unwrap();
    }

    fn run(&self, args: &[&str], input: &str) -> (bool, String, String) {
        let (code, out, fault) = self.ended(args, input);
        (code == Some(0), out, fault)
    }

    /// The program, begun.
    pub fn begun(&self, args: &[&str]) -> Child {
        Command::new(env!("CARGO_BIN_EXE_ledig"))
            .args(args)
            .current_dir(self.path())
            .env_clear()
            .env("LEDIG_LOG", "error")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }

    /// The exit code, standard output and standard error.
    pub fn ended(&self, args: &[&str], input: &str) -> (Option<i32>, String, String) {
        let mut child = self.begun(args);
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let Output {
            status,
            stdout,
            stderr,
        } = child.wait_with_output().unwrap();
        (
            status.code(),
            String::from_utf8(stdout).unwrap(),
            String::from_utf8(stderr).unwrap(),
        )
    }

    pub fn ok(&self, args: &[&str]) -> String {
        let (well, out, fault) = self.run(args, "");
        assert!(well, "{fault}");
        out
    }

    fn fault(&self, args: &[&str]) -> String {
        let (well, _, fault) = self.run(args, "");
        assert!(!well);
        fault
    }
}

#[test]
fn migrating_makes_the_database_and_can_be_done_again() {
    let console = Console::new();
    console.ok(&["migrate"]);
    assert!(console.path().join("data/ledig.db").is_file());
    assert!(console.ok(&["migrate"]).contains("up to date"));
}

#[test]
fn a_configuration_with_faults_stops_it_and_all_are_told() {
    let console = Console::new();
    console.write(
        "ledig.toml",
        "[server]\nlisten = \"x\"\n[log]\nformat = \"xml\"\n",
    );
    let fault = console.fault(&["migrate"]);
    assert!(
        fault.contains("server.listen") && fault.contains("log.format"),
        "{fault}"
    );
    assert!(!console.path().join("data").exists());
}

#[test]
fn facilities_are_imported_once_however_often_it_is_run() {
    let console = Console::new();
    console.write("f.csv", FACILITIES);
    console.ok(&["municipality", "Bærum"]);
    let args = ["import", "facilities", "f.csv", "--municipality", "Bærum"];
    let tried = console.ok(&[&args[..], &["--dry-run"]].concat());
    assert!(tried.starts_with("Only tried"), "{tried}");
    let first = console.ok(&args);
    assert!(
        !first.starts_with("0 new") && first.contains("1 left out"),
        "{first}"
    );
    let again = console.ok(&args);
    assert!(again.starts_with("0 new, 0 changed"), "{again}");
}

#[test]
fn a_file_with_faults_changes_nothing_and_each_is_told_by_line_and_column() {
    let console = Console::new();
    console.ok(&["municipality", "Bærum"]);
    console.write("f.csv", &FACILITIES.replace("gym,60", "stable,sixty"));
    let fault = console.fault(&["import", "facilities", "f.csv"]);
    assert!(fault.contains("nothing is imported"), "{fault}");
    assert!(
        fault.contains("line 2") && fault.contains("kind") && fault.contains("capacity"),
        "{fault}"
    );
}

#[test]
fn a_file_that_is_not_there_is_told_by_its_name() {
    let fault = Console::new().fault(&["import", "associations", "gone.csv"]);
    assert!(fault.contains("gone.csv"), "{fault}");
}

#[test]
fn a_calendar_is_imported_into_a_space_named_by_its_address() {
    let console = Console::new();
    console.ok(&["municipality", "Bærum"]);
    console.write("f.csv", FACILITIES);
    console.ok(&["import", "facilities", "f.csv", "--municipality", "Bærum"]);
    console.write(
        "c.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n\
         DTSTART;TZID=Europe/Oslo:29991101T080000\r\nDTEND;TZID=Europe/Oslo:29991101T100000\r\nSUMMARY:Prøve\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    let fault = console.fault(&[
        "import",
        "calendar",
        "c.ics",
        "--space",
        "hauger-skole/svommehall",
    ]);
    assert!(fault.contains("svommehall"), "{fault}");
    let done = console.ok(&[
        "import",
        "calendar",
        "c.ics",
        "--space",
        "hauger-skole/gymsal",
        "--dry-run",
    ]);
    assert!(done.contains("Only tried"), "{done}");
}

#[test]
fn an_account_is_made_with_a_piped_password_or_a_told_one() {
    let console = Console::new();
    console.ok(&["municipality", "Bærum"]);
    let kari = [
        "user",
        "add",
        "kari@example.no",
        "--name",
        "Kari Nordmann",
        "--admin",
    ];
    let (well, out, fault) = console.run(&kari, "korrekt hest batteri\n");
    assert!(well && !out.contains("korrekt"), "{out}{fault}");
    assert!(console.fault(&kari).contains("has an account already"));
    let told = console.ok(&["user", "add", "ola@example.no", "--name", "Ola Nordmann"]);
    assert!(told.contains("One-time password"), "{told}");
    let again = console.ok(&["user", "password", "OLA@example.no"]);
    assert!(again.contains("One-time password") && again != told, "{again}");
    let nobody = console.fault(&["user", "password", "ingen@example.no"]);
    assert!(nobody.contains("has no account"), "{nobody}");
}

#[test]
fn an_installation_has_one_municipality() {
    let console = Console::new();
    console.ok(&["municipality", "Bærum"]);
    assert!(
        console
            .fault(&["municipality", "Drammen"])
            .contains("an installation has one")
    );
}

#[test]
fn the_demo_goes_into_an_empty_database_only() {
    let console = Console::new();
    let made = console.ok(&["demo", "--date", "2026-11-02"]);
    assert!(made.contains("organisations"), "{made}");
    assert!(
        console
            .fault(&["demo", "--date", "2026-11-02"])
            .contains("not empty")
    );
}
