SELECT json_array((
  SELECT count(*) FROM "n_Event" n1 WHERE n1."kind" = ?1 AND EXISTS (
    SELECT 1 FROM "r_OCCURRED_AT" r2 WHERE r2."$src" = n1."$key" AND EXISTS (
      SELECT 1 FROM (
        WITH RECURSIVE w6_0(n, d) AS (
          SELECT r2."$dst", 0
        ), w6_1(n, d) AS (
          SELECT c."$anc", w6_0.d + c."$depth" FROM w6_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w6_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w6_1 WHERE n <> r2."$dst"
      ) w6 CROSS JOIN "n_Place" n5 ON n5."$key" = w6.n WHERE n5."id" = ?2
    )
  ) AND EXISTS (
    SELECT 1 FROM "r_PARTICIPATED_IN" r7 WHERE r7."$dst" = n1."$key" AND r7."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
      SELECT 1 FROM "n_Actor" n10 CROSS JOIN "r_BACKS" r9 ON n10."$key" = r9."$src" WHERE r9."$dst" = r7."$src" AND r9."standing" IN ('ASSERTED', 'DISPUTED') AND n10."id" = ?3 AND EXISTS (
        SELECT 1 FROM json_each(CASE WHEN json_valid(r9."kinds") THEN CASE json_type(r9."kinds") WHEN 'array' THEN r9."kinds" END END) e11 WHERE e11."value" IN (
          SELECT "value" FROM json_each(?4)
        )
      )
    )
  )
), (
  SELECT json_group_array(json_array(q1.c0, q1.c1, q1.c2, q1.c2, q1.c1)) FROM (
    SELECT n1."start" AS c0, n1."title" AS c1, n1."id" AS c2 FROM "n_Event" n1 WHERE n1."kind" = ?1 AND EXISTS (
      SELECT 1 FROM "r_OCCURRED_AT" r2 WHERE r2."$src" = n1."$key" AND EXISTS (
        SELECT 1 FROM (
          WITH RECURSIVE w6_0(n, d) AS (
            SELECT r2."$dst", 0
          ), w6_1(n, d) AS (
            SELECT c."$anc", w6_0.d + c."$depth" FROM w6_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w6_0.n AND c."$depth" BETWEEN 1 AND 32
          ) SELECT n, d FROM w6_1 WHERE n <> r2."$dst"
        ) w6 CROSS JOIN "n_Place" n5 ON n5."$key" = w6.n WHERE n5."id" = ?2
      )
    ) AND EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r7 WHERE r7."$dst" = n1."$key" AND r7."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
        SELECT 1 FROM "n_Actor" n10 CROSS JOIN "r_BACKS" r9 ON n10."$key" = r9."$src" WHERE r9."$dst" = r7."$src" AND r9."standing" IN ('ASSERTED', 'DISPUTED') AND n10."id" = ?3 AND EXISTS (
          SELECT 1 FROM json_each(CASE WHEN json_valid(r9."kinds") THEN CASE json_type(r9."kinds") WHEN 'array' THEN r9."kinds" END END) e11 WHERE e11."value" IN (
            SELECT "value" FROM json_each(?4)
          )
        )
      )
    ) ORDER BY n1."start" DESC, n1."title" ASC, n1."id" ASC LIMIT ?6
  ) q1
))
