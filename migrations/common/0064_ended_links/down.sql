DROP TABLE ended_links;
