-- Your own Postgres (18 or newer), once, as its superuser: the roles, the database and the extensions that Pejling builds on.
-- The start checks all of it and names what is missing. Passwords come from psql, so that they stand in no file:
--   psql -v owner_password=… -v app_password=… -f docker/prepare-postgres.sql
\set ON_ERROR_STOP on

-- Owns the tables, migrates and backs up: BYPASSRLS, because row-level security binds a table's owner too.
create role pejling_owner login bypassrls password :'owner_password';
-- Serves: owns nothing, bound by row-level security.
create role pejling_app login password :'app_password';
-- Own the few functions that are asked before anybody is signed in, and search; nobody signs in as them.
create role pejling_doors nologin;
create role pejling_search nologin;
grant pejling_doors, pejling_search to pejling_owner with admin true, inherit true, set true;

create database pejling owner pejling_owner template template0 encoding 'UTF8' locale 'C.UTF-8' locale_provider builtin builtin_locale 'C.UTF-8';
revoke all on database pejling from public;
grant connect on database pejling to pejling_app;
\connect pejling
create extension pg_trgm;
create extension unaccent;
