SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1, q1.c2, q1.c2, q1.c0)) FROM (
    SELECT n1."height" AS c0, n1."born" AS c1, n1."id" AS c2 FROM "n_Person" n1 ORDER BY n1."height" DESC, n1."born" ASC, n1."id" ASC LIMIT ?2
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0, q2.c1, q2.c2, q2.c2, q2.c0, q2.c1)) FROM (
    SELECT n2."height" AS c0, n2."born" AS c1, n2."id" AS c2 FROM "n_Person" n2 WHERE (n2."height" < ?5 OR n2."height" IS NULL OR n2."height" = ?5 AND (n2."born" > ?6 OR n2."born" = ?6 AND (n2."id" > ?7))) ORDER BY n2."height" DESC, n2."born" ASC, n2."id" ASC LIMIT ?4
  ) q2
), (
  SELECT json_group_array(json_array(q3.c0, q3.c1, q3.c2)) FROM (
    SELECT n3."id" AS c0, n3."height" AS c1, n3."born" AS c2 FROM "n_Person" n3 WHERE (n3."height" < ?10 OR n3."height" IS NULL OR n3."height" = ?10 AND (n3."born" > ?11 OR n3."born" = ?11 AND (n3."id" > ?12))) ORDER BY n3."height" DESC, n3."born" ASC, n3."id" ASC LIMIT ?9
  ) q3
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT * FROM (
      SELECT n4."id" AS c0, n4."height" AS c1, n4."born" AS c2 FROM "n_Person" n4 WHERE n4."height" >= ?15 AND (n4."height" > ?15 OR n4."height" = ?15 AND (n4."born" < ?16 OR n4."born" IS NULL OR n4."born" = ?16 AND (n4."id" < ?17))) ORDER BY n4."height" ASC, n4."born" DESC, n4."id" DESC LIMIT ?14
    ) ORDER BY c1 DESC, c2 ASC, c0 ASC
  ) q4
))
