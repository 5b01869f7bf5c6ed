-- The names in the certificates of a file's signatures, in the order of the file, for whoever may open it: a signature that nobody here can vouch for is a
-- person's to judge. Of the bytes, so that it goes when they go.
create table file_signer (
    sha256 text   primary key collate "C",
    names  text[] not null
);
