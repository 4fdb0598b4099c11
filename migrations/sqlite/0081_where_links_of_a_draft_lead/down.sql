DROP TABLE passage_leads;
