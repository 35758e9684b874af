SELECT json_array((
  SELECT count(*) FROM "n_Event" n1
), (
  SELECT count(*) FROM (
    SELECT 1 FROM "n_Event" n2 LIMIT ?5
  )
), (
  SELECT count(*) FROM (
    SELECT 1 FROM "n_Event" n3 LIMIT ?8
  )
), (
  SELECT count(*) FROM (
    SELECT 1 FROM "n_Event" n4 LIMIT ?11
  )
), (
  SELECT count(*) FROM "n_Event" n5
), (
  SELECT count(*) FROM (
    SELECT 1 FROM "n_Event" n6 WHERE n6."kind" = ?14 LIMIT ?17
  )
), (
  SELECT json_group_array(json_array(q6.c0)) FROM (
    SELECT n6."id" AS c0 FROM "n_Event" n6 WHERE n6."kind" = ?14 ORDER BY n6."id" ASC LIMIT ?16
  ) q6
), (
  SELECT json_array((
    SELECT count(*) FROM (
      SELECT 1 FROM (
        WITH RECURSIVE w10_0(n, d) AS (
          SELECT n7."$key", 0
        ), w10_1(n, d) AS (
          SELECT c."$dsc", w10_0.d + c."$depth" FROM w10_0 CROSS JOIN "c_PART_OF" c ON c."$anc" = w10_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w10_1 WHERE n <> n7."$key"
      ) w10 LIMIT ?21
    )
  ), (
    SELECT count(*) FROM (
      SELECT 1 FROM "r_PART_OF" r11 WHERE r11."$dst" = n7."$key" LIMIT ?24
    )
  ), (
    SELECT count(*) FROM (
      SELECT 1 FROM "n_Claim" n13 WHERE n13."about" = n7."id" LIMIT ?27
    )
  )) FROM "n_Place" n7 WHERE n7."id" = ?18
))
