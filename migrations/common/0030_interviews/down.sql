DROP TABLE interview_themes; DROP TABLE interview_questions; DROP TABLE interviews;
