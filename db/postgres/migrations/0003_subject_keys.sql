CREATE TABLE "subject_keys" (
	"subject_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"item_id" text COLLATE "C",
	"within" text COLLATE "C",
	CONSTRAINT "subject_keys_subject_id_key_pk" PRIMARY KEY("subject_id","key")
);
