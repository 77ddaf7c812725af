BEGIN TRANSACTION;
CREATE TABLE acts (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	comment VARCHAR(10) NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	"by" VARCHAR(200) NOT NULL, 
	what VARCHAR(80) NOT NULL, 
	was VARCHAR(20), 
	"to" VARCHAR(20), 
	reason VARCHAR(80) NOT NULL, 
	"values" TEXT NOT NULL
);
INSERT INTO "acts" VALUES(1,'0000000001','2026-11-04T07:00:00.000000Z','form','taken',NULL,'received','','{}');
INSERT INTO "acts" VALUES(2,'0000000002','2026-11-04T07:00:00.000000Z','form','taken',NULL,'received','','{}');
INSERT INTO "acts" VALUES(3,'0000000001','2026-11-04T07:01:00.000000Z','publisher','refuse','received','refused','insult','{"note": "ә"}');
CREATE TABLE addressees (
	id VARCHAR(32) NOT NULL, 
	topic VARCHAR(100) NOT NULL, 
	person VARCHAR(64) NOT NULL, 
	address BLOB NOT NULL, 
	language VARCHAR(20) NOT NULL, 
	asked_at VARCHAR(27) NOT NULL, 
	confirmed_at VARCHAR(27), 
	until VARCHAR(27), 
	refused INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT addressees_once UNIQUE (person, topic)
);
CREATE TABLE batches (
	id VARCHAR(64) NOT NULL, 
	notices TEXT NOT NULL, 
	made_at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE comments (
	id VARCHAR(10) NOT NULL, 
	standard VARCHAR(80) NOT NULL, 
	revision INTEGER NOT NULL, 
	text BLOB NOT NULL, 
	digest VARCHAR(71) NOT NULL, 
	received VARCHAR(10) NOT NULL, 
	taken_at VARCHAR(27) NOT NULL, 
	posted VARCHAR(128), 
	key_hash VARCHAR(128) NOT NULL, 
	lane VARCHAR(20) NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	reason VARCHAR(80) NOT NULL, 
	changed_at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (posted)
);
INSERT INTO "comments" VALUES('0000000001','birth-registration',1,X'736368656D613A20310A69643A20303030303030303030310A746578743A20D09FD196D0BAD196D18020310A','sha256:acbc7a869f7b3d54163c387b7d4f816ad042ec8846f455ca19ec7d4b5c8d2c35','2026-11-04','2026-11-04T07:00:01.000000Z','b5a2c0a26c9f28d6a660e978a394bdbc8a3bfad3bd6cfd518e1c5d16fb64a13b','e990e47982681b08c14ce36505d7498a39b880eea363284910926f3c9f3092d0','usual','refused','insult','2026-11-04T07:01:00.000000Z');
INSERT INTO "comments" VALUES('0000000002','birth-registration',1,X'736368656D613A20310A69643A20303030303030303030320A746578743A20D09FD196D0BAD196D18020320A','sha256:49e9ecc162c144f08570af41332d95fd7c88ae8487bcb07b3a0ff617c4f182b3','2026-11-04','2026-11-04T07:00:02.000000Z','f3f6e0dfbbd7df51169d1f706438871e265186bb553b5d297c0750c2c2969828','0707a119e122d08373031641820e79d2501d66dc32fac59abd838136e37b5c8d','usual','received','','2026-11-04T07:00:02.000000Z');
CREATE TABLE counted (
	"key" VARCHAR(128) NOT NULL, 
	slot INTEGER NOT NULL, 
	times INTEGER NOT NULL, 
	PRIMARY KEY ("key", slot)
);
CREATE TABLE leases (
	name VARCHAR(80) NOT NULL, 
	holder TEXT NOT NULL, 
	until VARCHAR(27) NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE letters (
	id VARCHAR(64) NOT NULL, 
	addressee VARCHAR(32) NOT NULL, 
	batch VARCHAR(64) NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	tried INTEGER NOT NULL, 
	made_at VARCHAR(27) NOT NULL, 
	next_at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE originals (
	comment VARCHAR(10) NOT NULL, 
	text BLOB NOT NULL, 
	replaced_at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (comment)
);
CREATE TABLE reached (
	name VARCHAR(20) NOT NULL, 
	at_commit VARCHAR(64) NOT NULL, 
	day VARCHAR(10) NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE spent (
	challenge VARCHAR(128) NOT NULL, 
	until VARCHAR(27) NOT NULL, 
	PRIMARY KEY (challenge)
);
CREATE TABLE talqy_version (
	version INTEGER NOT NULL
);
INSERT INTO "talqy_version" VALUES(4);
CREATE TABLE told (
	id VARCHAR(64) NOT NULL, 
	at VARCHAR(27) NOT NULL, 
	PRIMARY KEY (id)
);
CREATE INDEX comments_by_state ON comments (state, taken_at, id);
CREATE INDEX comments_by_standard ON comments (standard, state, taken_at, id);
CREATE INDEX originals_by_moment ON originals (replaced_at);
CREATE INDEX acts_by_comment ON acts (comment, number);
CREATE INDEX acts_by_moment ON acts (at);
CREATE INDEX spent_until ON spent (until);
CREATE INDEX counted_by_slot ON counted (slot);
CREATE INDEX addressees_by_topic ON addressees (topic);
CREATE INDEX addressees_until ON addressees (until);
CREATE INDEX letters_by_addressee ON letters (addressee);
CREATE INDEX letters_by_state ON letters (state, next_at);
CREATE TRIGGER acts_stay BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'a line of the log is never changed'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('acts',3);
COMMIT;
