//! The one way the house is put together: by `main` and by the tests alike.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use actix_web::dev::Server as Running;
use actix_web::middleware::from_fn;
use actix_web::{HttpRequest, HttpServer, guard, web};

use crate::App;
use crate::http::door::{self, Verb};
use crate::http::{Door, gate, headers, static_files};

/// A house whose doors are open once it [`run`](Server::run)s.
pub struct Server {
    running: Running,
    address: SocketAddr,
}

impl Server {
    /// Binds the address of the settings and puts every door in its place.
    ///
    /// # Errors
    /// The address cannot be bound.
    pub fn build(app: App) -> std::io::Result<Self> {
        Self::with_doors(app, door::all())
    }

    /// The same with other doors: for measurements.
    ///
    /// # Errors
    /// The address cannot be bound.
    pub fn with_doors(app: App, doors: Vec<Door>) -> std::io::Result<Self> {
        let (bind, workers) = (app.config.bind.clone(), app.config.workers);
        let doors = Arc::new(by_path(doors));
        std::thread::spawn(static_files::warm);
        let mut server = HttpServer::new(move || {
            let doors = Arc::clone(&doors);
            actix_web::App::new()
                .app_data(web::Data::new(app.clone()))
                .wrap(from_fn(headers::around))
                .configure(|config| configure(config, &app, &doors))
                .default_service(web::to(|app: web::Data<App>, req: HttpRequest| async move {
                    gate::nowhere(app.get_ref().clone(), req, false).await
                }))
        })
        .shutdown_timeout(20);
        if workers > 0 {
            server = server.workers(workers);
        }
        let server = server.bind(bind)?;
        let address = server.addrs().first().copied().ok_or(std::io::ErrorKind::AddrNotAvailable)?;
        Ok(Self { running: server.run(), address })
    }

    /// Where it listens.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// A handle to stop it with.
    pub fn handle(&self) -> actix_web::dev::ServerHandle {
        self.running.handle()
    }

    /// Opens the doors, until the program is told to stop.
    ///
    /// # Errors
    /// The server's.
    pub async fn run(self) -> std::io::Result<()> {
        self.running.await
    }
}

type ByPath = Vec<(&'static str, Vec<Door>)>;

/// Doors of one path stand together, in the order in which the router shall try them.
fn by_path(doors: Vec<Door>) -> ByPath {
    let mut order: Vec<&'static str> = Vec::new();
    let mut found: BTreeMap<&'static str, Vec<Door>> = BTreeMap::new();
    for door in doors {
        if !order.contains(&door.path) {
            order.push(door.path);
        }
        found.entry(door.path).or_default().push(door);
    }
    order.into_iter().map(|path| (path, found.remove(path).unwrap_or_default())).collect()
}

/// The one place where routes are made: of doors, each with its `Access`, and of the files that every page needs.
#[expect(clippy::disallowed_methods, reason = "here doors become routes")]
fn configure(config: &mut web::ServiceConfig, app: &App, doors: &ByPath) {
    config.route("/static/{version}/{file:.*}", web::get().to(static_files::send));
    for (path, doors) in doors {
        let mut resource = web::resource(*path);
        for door in doors {
            let (app, door) = (app.clone(), door.clone());
            let route = match door.verb {
                Verb::Get => web::route().guard(guard::Any(guard::Get()).or(guard::Head())),
                Verb::Post => web::post(),
            };
            let door = Arc::new(door);
            resource = resource.route(route.to(move |req: HttpRequest, payload: web::Payload| {
                let (app, door) = (app.clone(), Arc::clone(&door));
                async move { gate::enter(app, &door, req, payload).await }
            }));
        }
        let app = app.clone();
        config.service(resource.default_service(web::to(move |req: HttpRequest| {
            let app = app.clone();
            async move { gate::nowhere(app, req, true).await }
        })));
    }
}
