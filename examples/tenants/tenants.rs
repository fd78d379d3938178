//! The table, with a row for each origin of a tenant.

use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, Result};

/// The tenants and the origins of their pages.
pub(crate) struct Tenants(Mutex<Connection>);

impl Tenants {
    /// Opens the database, and creates the table if needed.
    pub(crate) fn open(file: &str) -> Result<Self> {
        let connection = Connection::open(file)?;
        connection.execute_batch(
            "CREATE TABLE IF NOT EXISTS origins (
                 tenant TEXT NOT NULL, origin TEXT NOT NULL, PRIMARY KEY (tenant, origin)
             ) WITHOUT ROWID",
        )?;
        Ok(Self(Mutex::new(connection)))
    }

    /// Reports whether the origin is one of the tenant's. Origins are compared byte by byte, as browsers do.
    pub(crate) fn has(&self, tenant: &str, origin: &str) -> Result<bool> {
        self.with(|connection| {
            let select = "SELECT 1 FROM origins WHERE tenant = ?1 AND origin = ?2";
            connection.prepare(select)?.exists([tenant, origin])
        })
    }

    /// Adds an origin, if it is missing.
    pub(crate) fn add(&self, tenant: &str, origin: &str) -> Result<()> {
        self.with(|connection| {
            let insert = "INSERT OR IGNORE INTO origins (tenant, origin) VALUES (?1, ?2)";
            connection.execute(insert, [tenant, origin]).map(drop)
        })
    }

    fn with<T>(&self, run: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        // A thread that panicked here left no statement half done: SQLite rolls it back.
        run(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
