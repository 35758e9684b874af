SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM (
      WITH RECURSIVE w4_0(n, d) AS (
        SELECT n1."$key", 0
      ), w4_1(n, d) AS (
        SELECT c."$dsc", w4_0.d + c."$depth" FROM w4_0 CROSS JOIN "c_PART_OF" c ON c."$anc" = w4_0.n AND c."$depth" BETWEEN 1 AND 32
      ) SELECT n, d FROM w4_1 WHERE n <> n1."$key"
    ) w4 CROSS JOIN "n_Place" n3 ON n3."$key" = w4.n WHERE n3."kind" = ?2 AND EXISTS (
      SELECT 1 FROM "r_PART_OF" r5 CROSS JOIN "n_Place" n6 ON n6."$key" = r5."$dst" WHERE r5."$src" = w4.n AND substr(n6."name", 1, length(?3)) = ?3
    )
  ), (
    SELECT json_group_array(json_array(q3.c0, q3.c1)) FROM (
      SELECT w4.d AS c0, n3."name" AS c1 FROM (
        WITH RECURSIVE w4_0(n, d) AS (
          SELECT n1."$key", 0
        ), w4_1(n, d) AS (
          SELECT c."$dsc", w4_0.d + c."$depth" FROM w4_0 CROSS JOIN "c_PART_OF" c ON c."$anc" = w4_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w4_1 WHERE n <> n1."$key"
      ) w4 CROSS JOIN "n_Place" n3 ON n3."$key" = w4.n WHERE n3."kind" = ?2 AND EXISTS (
        SELECT 1 FROM "r_PART_OF" r5 CROSS JOIN "n_Place" n6 ON n6."$key" = r5."$dst" WHERE r5."$src" = w4.n AND substr(n6."name", 1, length(?3)) = ?3
      ) ORDER BY w4.d ASC, n3."id" ASC LIMIT ?5
    ) q3
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
