SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1)) FROM (
    SELECT n1."id" AS c0, n1."alive" AS c1 FROM "n_Person" n1 WHERE n1."alive" = ?1 ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT count(*) FROM "n_Person" n2 WHERE n2."alive" IS NOT ?4
), (
  SELECT json_group_array(json_array(q3.c0, q3.c1)) FROM (
    SELECT n3."id" AS c0, n3."alive" AS c1 FROM "n_Person" n3 WHERE n3."alive" IS NULL ORDER BY n3."id" ASC LIMIT ?8
  ) q3
), (
  SELECT count(*) FROM "n_Person" n4 WHERE n4."alive" IS NOT NULL AND n4."alive" IS NOT ?9
))
