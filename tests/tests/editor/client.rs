//! rust-analyzer as a process, which speaks the Language Server Protocol over its standard streams.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// The time for which an answer is awaited. The first one needs the macros, which rust-analyzer lets cargo build.
const PATIENCE: Duration = Duration::from_secs(180);

/// The error `ContentModified` of the protocol.
const CONTENT_MODIFIED: i64 = -32801;

/// A running rust-analyzer. It ends when this value is dropped.
pub(crate) struct Editor {
    process: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    requests: u64,
}

/// A file that is open in the editor, and its text there.
pub(crate) struct Document {
    uri: String,
    text: String,
}

impl Editor {
    /// Opens a workspace. If this machine has no rust-analyzer, prints that `tests` are not run, or fails with
    /// `CI=true`, unless `RUST_ANALYZER=missing` says that it cannot be installed.
    pub(crate) fn open(workspace: &Path, target: &Path, tests: &str) -> Option<Self> {
        if !is_installed() {
            let is_set = |name, wanted| std::env::var(name).is_ok_and(|value| value == wanted);
            let is_needed = is_set("CI", "true") && !is_set("RUST_ANALYZER", "missing");
            assert!(!is_needed, "no `rust-analyzer` for: {tests}");
            // Not captured, unlike `eprintln!`.
            let _ = writeln!(
                std::io::stderr(),
                "NOT RUN, for want of `rust-analyzer`, which `rustup component add rust-analyzer` installs: {tests}"
            );
            return None;
        }
        let mut process = Command::new("rust-analyzer")
            .current_dir(workspace)
            .envs([("CARGO_TARGET_DIR", target.as_os_str()), ("CARGO_NET_OFFLINE", "true".as_ref())])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("rust-analyzer starts");
        let (sender, messages) = mpsc::channel();
        let mut output = BufReader::new(process.stdout.take().expect("a pipe"));
        thread::spawn(move || while receive(&mut output, &sender).is_some() {});
        let input = process.stdin.take().expect("a pipe");
        let mut editor = Self { process, input, messages, requests: 0 };
        editor.initialize(workspace);
        Some(editor)
    }

    fn initialize(&mut self, workspace: &Path) {
        let options = json!({ "checkOnSave": false, "cachePriming": { "enable": false } });
        let capabilities = json!({ "experimental": { "serverStatusNotification": true } });
        let root = uri(workspace);
        self.request(
            "initialize",
            json!({ "rootUri": root, "capabilities": capabilities, "initializationOptions": options }),
        );
        self.notify("initialized", json!({}));
        self.wait(|message| {
            let status = &message["params"];
            assert_ne!(status["health"], "error", "{status}");
            message["method"] == "experimental/serverStatus" && status["quiescent"] == true
        });
    }

    /// Opens a file.
    pub(crate) fn document(&mut self, path: &Path) -> Document {
        let text = std::fs::read_to_string(path).expect("a text");
        let document = Document { uri: uri(path), text };
        self.notify(
            "textDocument/didOpen",
            json!({ "textDocument": { "uri": document.uri, "languageId": "rust", "version": 1, "text": document.text } }),
        );
        document
    }

    /// Returns the document with another text, as if it had been typed.
    pub(crate) fn typed(&mut self, document: &Document, text: String) -> Document {
        self.notify(
            "textDocument/didChange",
            json!({ "textDocument": { "uri": document.uri, "version": 2 }, "contentChanges": [{ "text": text }] }),
        );
        Document { uri: document.uri.clone(), text }
    }

    /// Sends a request and returns its result.
    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        loop {
            self.requests += 1;
            let id = self.requests;
            self.send(json!({ "id": id, "method": method, "params": params }));
            let answer = self.wait(|message| message["id"] == id && message.get("method").is_none());
            // Something that was still loading has changed the answer, so editors ask again.
            if answer["error"]["code"] == CONTENT_MODIFIED {
                continue;
            }
            assert_eq!(answer.get("error"), None, "{method} {params}");
            return answer["result"].clone();
        }
    }

    fn notify(&mut self, method: &str, params: Value) {
        self.send(json!({ "method": method, "params": params }));
    }

    fn send(&mut self, mut message: Value) {
        message["jsonrpc"] = "2.0".into();
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("rust-analyzer runs");
        self.input.flush().expect("rust-analyzer runs");
    }

    /// Waits for a message. The requests of the server before it get an empty answer.
    fn wait(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            let left = PATIENCE.saturating_sub(start.elapsed());
            let message = self.messages.recv_timeout(left).expect("rust-analyzer answers in time");
            if is_it(&message) {
                return message;
            }
            if let (Some(id), Some(_)) = (message.get("id"), message.get("method")) {
                self.send(json!({ "id": id, "result": null }));
            }
        }
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ended = self.process.kill();
        let _reaped = self.process.wait();
    }
}

impl Document {
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the position `offset` characters into the first occurrence of `text`.
    pub(crate) fn at(&self, text: &str, offset: usize) -> Value {
        let place = self.text.find(text).unwrap_or_else(|| panic!("`{text}` in {}", self.text)) + offset;
        let before = self.text.get(..place).expect("plain text");
        let line = before.rsplit('\n').next().expect("a line");
        json!({
            "textDocument": { "uri": self.uri },
            "position": { "line": before.matches('\n').count(), "character": line.len() },
        })
    }

    /// Returns the parameters of a request about the whole file.
    pub(crate) fn whole(&self) -> Value {
        json!({ "textDocument": { "uri": self.uri } })
    }
}

fn is_installed() -> bool {
    // rustup has a proxy for it that fails without the component.
    let version = Command::new("rust-analyzer").arg("--version").stderr(Stdio::null()).output();
    version.is_ok_and(|output| output.status.success())
}

fn uri(path: &Path) -> String {
    let path: PathBuf = path.canonicalize().expect("a path that exists");
    format!("file://{}", path.display())
}

/// Passes the next message on. `None` if there is none.
fn receive(output: &mut BufReader<ChildStdout>, sender: &Sender<Value>) -> Option<()> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().strip_prefix("Content-Length: ") {
            Some(value) => length = value.parse().ok()?,
            None if line.trim().is_empty() => break,
            None => {}
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    sender.send(serde_json::from_slice(&body).ok()?).ok()
}
