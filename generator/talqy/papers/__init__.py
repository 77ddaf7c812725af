"""Papers that go with a draft: notice, certificate of posting, forms; and all of them in one."""
