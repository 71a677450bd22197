-- Logins of the hub's roles, on a server of one's own. Run once by its administrator before the first migration
-- (compose.yaml does so when its database is made), with a password for each in the environment:
--   HUB_OWNER_PASSWORD=... HUB_INTAKE_PASSWORD=... psql -d hub -f docker/roles.sql
-- What each role may do is granted by the migrations. None of them may create roles or databases, or pass by row-level
-- security. Needs psql 15 or later.
\set ON_ERROR_STOP on
\getenv owner_password HUB_OWNER_PASSWORD
\getenv intake_password HUB_INTAKE_PASSWORD
\getenv worker_password HUB_WORKER_PASSWORD
\getenv linker_password HUB_LINKER_PASSWORD
\getenv published_password HUB_PUBLISHED_PASSWORD
\getenv workbench_password HUB_WORKBENCH_PASSWORD

BEGIN;
-- Owns every table. Nobody need log in as it: the administrator's login acts as it while migrating.
CREATE ROLE hub_owner LOGIN PASSWORD :'owner_password';
-- The push door: executes the functions of intake and reads no table.
CREATE ROLE hub_intake LOGIN PASSWORD :'intake_password';
-- Background jobs.
CREATE ROLE hub_worker LOGIN PASSWORD :'worker_password';
-- Linkage: the only one that reads identifying fields in bulk.
CREATE ROLE hub_linker LOGIN PASSWORD :'linker_password';
-- Published figures: executes counting functions and reads no row of the fact table.
CREATE ROLE hub_published LOGIN PASSWORD :'published_password';
-- Signed-in people, each within row-level security.
CREATE ROLE hub_workbench LOGIN PASSWORD :'workbench_password';
COMMIT;
