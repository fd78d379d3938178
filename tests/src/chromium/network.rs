//! Network events of DevTools.

use std::time::{Duration, Instant};

use serde_json::Value;

/// The longest time for a pending request.
const PATIENCE: Duration = Duration::from_secs(10);

/// A request of the browser and its result. A redirected request is one exchange.
#[derive(Debug, Clone, Default)]
pub struct Exchange {
    id: String,
    /// The last URL.
    pub url: String,
    /// Set for a preflight.
    pub preflight: bool,
    /// The status of the last response.
    pub status: Option<u16>,
    /// The failure, if the page got an error.
    pub failure: Option<Failure>,
    finished: bool,
}

/// The reason why the page got an error (`Network.loadingFailed`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Failure {
    /// The net error, such as `net::ERR_FAILED`.
    pub text: String,
    /// The [check that failed](https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-CorsError).
    pub cors: Option<String>,
    /// The value or name that the check rejected.
    pub parameter: String,
}

/// The events so far.
#[derive(Debug, Default)]
pub struct Network(Vec<Exchange>);

impl Network {
    /// Reads logs until no request is pending.
    pub(super) fn follow(&mut self, mut log: impl FnMut() -> Value) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let events = log();
            events.as_array().expect("a list of events").iter().for_each(|event| self.read(event));
            if self.unfinished().is_empty() && !self.lacks_preflight() {
                return;
            }
            assert!(Instant::now() < deadline, "still under way: {:#?}", self.0);
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    fn unfinished(&self) -> Vec<&Exchange> {
        self.0.iter().filter(|exchange| !exchange.finished).collect()
    }

    /// Reports whether a preflight failed whose events are missing, since they come from another process.
    fn lacks_preflight(&self) -> bool {
        let failed = self.0.iter().filter_map(|exchange| exchange.failure.as_ref()?.cors.as_deref());
        let by_status = |error| matches!(error, "PreflightInvalidStatus" | "PreflightDisallowedRedirect");
        let answered = |exchange: &Exchange| exchange.preflight && exchange.status.is_some();
        failed.into_iter().any(by_status) && !self.0.iter().any(answered)
    }

    pub(super) fn into_exchanges(self) -> Vec<Exchange> {
        self.0
    }

    fn read(&mut self, event: &Value) {
        let message = event["message"].as_str().expect("a text");
        let message: Value = serde_json::from_str(message).expect("JSON");
        let (method, params) = (&message["message"]["method"], &message["message"]["params"]);
        let Some(id) = params["requestId"].as_str() else { return };
        match method.as_str().unwrap_or_default() {
            "Network.requestWillBeSent" => self.sent(id, params),
            // Redirects of preflights are reported only by this event.
            "Network.responseReceivedExtraInfo" => self.answered(id, &params["statusCode"], false),
            // No event reports the end of a body that the script may not read.
            "Network.responseReceived" => self.answered(id, &params["response"]["status"], true),
            "Network.loadingFinished" => self.update(id, |exchange| exchange.finished = true),
            "Network.loadingFailed" => self.update(id, |exchange| {
                exchange.finished = true;
                exchange.failure = Some(Failure::read(params));
            }),
            _ => {}
        }
    }

    fn sent(&mut self, id: &str, params: &Value) {
        let url = params["request"]["url"].as_str().expect("a URL").to_owned();
        if !url.starts_with("http") {
            return;
        }
        if self.0.iter().any(|exchange| exchange.id == id) {
            return self.update(id, |exchange| exchange.url = url);
        }
        let preflight = params["initiator"]["type"] == "preflight";
        self.0.push(Exchange { id: id.to_owned(), url, preflight, ..Exchange::default() });
    }

    fn answered(&mut self, id: &str, status: &Value, finished: bool) {
        self.update(id, |exchange| {
            exchange.status = status.as_u64().and_then(|status| status.try_into().ok());
            exchange.finished |= finished;
        });
    }

    fn update(&mut self, id: &str, change: impl FnOnce(&mut Exchange)) {
        if let Some(exchange) = self.0.iter_mut().find(|exchange| exchange.id == id) {
            change(exchange);
        }
    }
}

impl Failure {
    fn read(params: &Value) -> Self {
        let status = &params["corsErrorStatus"];
        let text = |value: &Value| value.as_str().map(str::to_owned);
        Self {
            text: text(&params["errorText"]).unwrap_or_default(),
            cors: text(&status["corsError"]),
            parameter: text(&status["failedParameter"]).unwrap_or_default(),
        }
    }
}
