SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1, q1.c1, q1.c0)) FROM (
    SELECT n1."alive" AS c0, n1."id" AS c1 FROM "n_Person" n1 ORDER BY n1."alive" ASC, n1."id" ASC LIMIT ?2
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT n2."id" AS c0 FROM "n_Person" n2 WHERE n2."alive" >= ?5 AND (n2."alive" > ?5 OR n2."alive" = ?5 AND (n2."id" > ?6)) ORDER BY n2."alive" ASC, n2."id" ASC LIMIT ?4
  ) q2
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT * FROM (
      SELECT n3."id" AS c0, n3."alive" AS c1 FROM "n_Person" n3 WHERE (n3."alive" < ?9 OR n3."alive" IS NULL OR n3."alive" = ?9 AND (n3."id" < ?10)) ORDER BY n3."alive" DESC, n3."id" DESC LIMIT ?8
    ) ORDER BY c1 ASC, c0 ASC
  ) q3
))
