SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1, q1.c2, q1.c3, q1.c3)) FROM (
    SELECT n1."kind" AS c0, n1."subKind" AS c1, n1."start" AS c2, n1."id" AS c3 FROM "n_Event" n1 ORDER BY n1."kind" DESC, n1."subKind" ASC, n1."start" DESC, n1."id" DESC LIMIT ?2
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0, q2.c1, q2.c2, q2.c3, q2.c3)) FROM (
    SELECT n2."kind" AS c0, n2."subKind" AS c1, n2."start" AS c2, n2."id" AS c3 FROM "n_Event" n2 WHERE n2."kind" <= ?5 AND (n2."kind" < ?5 OR n2."kind" = ?5 AND (n2."subKind" > ?6 OR n2."subKind" = ?6 AND (n2."start" < ?7 OR n2."start" = ?7 AND (n2."id" < ?8)))) ORDER BY n2."kind" DESC, n2."subKind" ASC, n2."start" DESC, n2."id" DESC LIMIT ?4
  ) q2
), (
  SELECT json_group_array(json_array(q3.c0, q3.c1, q3.c2, q3.c3, q3.c3)) FROM (
    SELECT n3."kind" AS c0, n3."subKind" AS c1, n3."start" AS c2, n3."id" AS c3 FROM "n_Event" n3 WHERE n3."kind" <= ?11 AND (n3."kind" < ?11 OR n3."kind" = ?11 AND (n3."subKind" > ?12 OR n3."subKind" = ?12 AND (n3."start" < ?13 OR n3."start" = ?13 AND (n3."id" < ?14)))) ORDER BY n3."kind" DESC, n3."subKind" ASC, n3."start" DESC, n3."id" DESC LIMIT ?10
  ) q3
), (
  SELECT json_group_array(json_array(q4.c0, q4.c1, q4.c2, q4.c3, q4.c3)) FROM (
    SELECT * FROM (
      SELECT n4."kind" AS c0, n4."subKind" AS c1, n4."start" AS c2, n4."id" AS c3 FROM "n_Event" n4 WHERE n4."kind" >= ?17 AND (n4."kind" > ?17 OR n4."kind" = ?17 AND (n4."subKind" < ?18 OR n4."subKind" IS NULL OR n4."subKind" = ?18 AND (n4."start" > ?19 OR n4."start" = ?19 AND (n4."id" > ?20)))) ORDER BY n4."kind" ASC, n4."subKind" DESC, n4."start" ASC, n4."id" ASC LIMIT ?16
    ) ORDER BY c0 DESC, c1 ASC, c2 DESC, c3 DESC
  ) q4
), (
  SELECT json_group_array(json_array(q5.c0, q5.c1, q5.c2, q5.c3, q5.c3)) FROM (
    SELECT n5."kind" AS c0, n5."subKind" AS c1, n5."start" AS c2, n5."id" AS c3 FROM "n_Event" n5 WHERE n5."kind" <= ?23 AND (n5."kind" < ?23 OR n5."kind" = ?23 AND (n5."subKind" > ?24 OR n5."subKind" = ?24 AND (n5."start" < ?25 OR n5."start" = ?25 AND (n5."id" < ?26)))) AND n5."kind" >= ?27 AND (n5."kind" > ?27 OR n5."kind" = ?27 AND (n5."subKind" < ?28 OR n5."subKind" IS NULL OR n5."subKind" = ?28 AND (n5."start" > ?29 OR n5."start" = ?29 AND (n5."id" > ?30)))) ORDER BY n5."kind" DESC, n5."subKind" ASC, n5."start" DESC, n5."id" DESC LIMIT ?22
  ) q5
))
