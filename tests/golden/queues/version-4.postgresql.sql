SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.acts_stay() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'a line of the log is never changed'; END $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.acts (
    number bigint NOT NULL,
    comment character varying(10) NOT NULL,
    at character varying(27) NOT NULL,
    by character varying(200) NOT NULL,
    what character varying(80) NOT NULL,
    was character varying(20),
    "to" character varying(20),
    reason character varying(80) NOT NULL,
    "values" text NOT NULL
);
CREATE SEQUENCE public.acts_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.acts_number_seq OWNED BY public.acts.number;
CREATE TABLE public.addressees (
    id character varying(32) NOT NULL,
    topic character varying(100) NOT NULL,
    person character varying(64) NOT NULL,
    address bytea NOT NULL,
    language character varying(20) NOT NULL,
    asked_at character varying(27) NOT NULL,
    confirmed_at character varying(27),
    until character varying(27),
    refused integer NOT NULL
);
CREATE TABLE public.batches (
    id character varying(64) NOT NULL,
    notices text NOT NULL,
    made_at character varying(27) NOT NULL
);
CREATE TABLE public.comments (
    id character varying(10) NOT NULL,
    standard character varying(80) NOT NULL,
    revision integer NOT NULL,
    text bytea NOT NULL,
    digest character varying(71) NOT NULL,
    received character varying(10) NOT NULL,
    taken_at character varying(27) NOT NULL,
    posted character varying(128),
    key_hash character varying(128) NOT NULL,
    lane character varying(20) NOT NULL,
    state character varying(20) NOT NULL,
    reason character varying(80) NOT NULL,
    changed_at character varying(27) NOT NULL
);
CREATE TABLE public.counted (
    key character varying(128) NOT NULL,
    slot bigint NOT NULL,
    times integer NOT NULL
);
CREATE TABLE public.leases (
    name character varying(80) NOT NULL,
    holder text NOT NULL,
    until character varying(27) NOT NULL
);
CREATE TABLE public.letters (
    id character varying(64) NOT NULL,
    addressee character varying(32) NOT NULL,
    batch character varying(64) NOT NULL,
    state character varying(20) NOT NULL,
    tried integer NOT NULL,
    made_at character varying(27) NOT NULL,
    next_at character varying(27) NOT NULL
);
CREATE TABLE public.originals (
    comment character varying(10) NOT NULL,
    text bytea NOT NULL,
    replaced_at character varying(27) NOT NULL
);
CREATE TABLE public.reached (
    name character varying(20) NOT NULL,
    at_commit character varying(64) NOT NULL,
    day character varying(10) NOT NULL
);
CREATE TABLE public.spent (
    challenge character varying(128) NOT NULL,
    until character varying(27) NOT NULL
);
CREATE TABLE public.talqy_version (
    version integer NOT NULL
);
CREATE TABLE public.told (
    id character varying(64) NOT NULL,
    at character varying(27) NOT NULL
);
ALTER TABLE ONLY public.acts ALTER COLUMN number SET DEFAULT nextval('public.acts_number_seq'::regclass);
INSERT INTO public.acts VALUES (1, '0000000001', '2026-11-04T07:00:00.000000Z', 'form', 'taken', NULL, 'received', '', '{}');
INSERT INTO public.acts VALUES (2, '0000000002', '2026-11-04T07:00:00.000000Z', 'form', 'taken', NULL, 'received', '', '{}');
INSERT INTO public.acts VALUES (3, '0000000001', '2026-11-04T07:01:00.000000Z', 'publisher', 'refuse', 'received', 'refused', 'insult', '{"note": "ә"}');
INSERT INTO public.comments VALUES ('0000000002', 'birth-registration', 1, '\x736368656d613a20310a69643a20303030303030303030320a746578743a20d09fd196d0bad196d18020320a', 'sha256:49e9ecc162c144f08570af41332d95fd7c88ae8487bcb07b3a0ff617c4f182b3', '2026-11-04', '2026-11-04T07:00:02.000000Z', 'f3f6e0dfbbd7df51169d1f706438871e265186bb553b5d297c0750c2c2969828', '0707a119e122d08373031641820e79d2501d66dc32fac59abd838136e37b5c8d', 'usual', 'received', '', '2026-11-04T07:00:02.000000Z');
INSERT INTO public.comments VALUES ('0000000001', 'birth-registration', 1, '\x736368656d613a20310a69643a20303030303030303030310a746578743a20d09fd196d0bad196d18020310a', 'sha256:acbc7a869f7b3d54163c387b7d4f816ad042ec8846f455ca19ec7d4b5c8d2c35', '2026-11-04', '2026-11-04T07:00:01.000000Z', 'b5a2c0a26c9f28d6a660e978a394bdbc8a3bfad3bd6cfd518e1c5d16fb64a13b', 'e990e47982681b08c14ce36505d7498a39b880eea363284910926f3c9f3092d0', 'usual', 'refused', 'insult', '2026-11-04T07:01:00.000000Z');
INSERT INTO public.talqy_version VALUES (4);
SELECT pg_catalog.setval('public.acts_number_seq', 3, true);
ALTER TABLE ONLY public.acts
    ADD CONSTRAINT acts_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.addressees
    ADD CONSTRAINT addressees_once UNIQUE (person, topic);
ALTER TABLE ONLY public.addressees
    ADD CONSTRAINT addressees_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.batches
    ADD CONSTRAINT batches_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.comments
    ADD CONSTRAINT comments_posted_key UNIQUE (posted);
ALTER TABLE ONLY public.counted
    ADD CONSTRAINT counted_pkey PRIMARY KEY (key, slot);
ALTER TABLE ONLY public.leases
    ADD CONSTRAINT leases_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.letters
    ADD CONSTRAINT letters_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.originals
    ADD CONSTRAINT originals_pkey PRIMARY KEY (comment);
ALTER TABLE ONLY public.reached
    ADD CONSTRAINT reached_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.spent
    ADD CONSTRAINT spent_pkey PRIMARY KEY (challenge);
ALTER TABLE ONLY public.told
    ADD CONSTRAINT told_pkey PRIMARY KEY (id);
CREATE INDEX acts_by_comment ON public.acts USING btree (comment, number);
CREATE INDEX acts_by_moment ON public.acts USING btree (at);
CREATE INDEX addressees_by_topic ON public.addressees USING btree (topic);
CREATE INDEX addressees_until ON public.addressees USING btree (until);
CREATE INDEX comments_by_standard ON public.comments USING btree (standard, state, taken_at, id);
CREATE INDEX comments_by_state ON public.comments USING btree (state, taken_at, id);
CREATE INDEX counted_by_slot ON public.counted USING btree (slot);
CREATE INDEX letters_by_addressee ON public.letters USING btree (addressee);
CREATE INDEX letters_by_state ON public.letters USING btree (state, next_at);
CREATE INDEX originals_by_moment ON public.originals USING btree (replaced_at);
CREATE INDEX spent_until ON public.spent USING btree (until);
CREATE TRIGGER acts_stay BEFORE UPDATE ON public.acts FOR EACH STATEMENT EXECUTE FUNCTION public.acts_stay();
