SELECT json_array((
  SELECT count(*) FROM "n_Actor" n1 WHERE NOT EXISTS (
    SELECT 1 FROM "r_BASED_IN" r2 WHERE r2."$src" = n1."$key"
  )
), (
  SELECT count(*) FROM "n_Place" n4 WHERE EXISTS (
    SELECT 1 FROM "r_PART_OF" r5 WHERE r5."$src" = n4."$key"
  )
), (
  SELECT json_group_array(json_array(q7.c0)) FROM (
    SELECT n7."id" AS c0 FROM "n_Place" n7 WHERE NOT EXISTS (
      SELECT 1 FROM "r_PART_OF" r8 WHERE r8."$src" = n7."$key"
    ) AND (n7."kind" IN (
      SELECT "value" FROM json_each(?5)
    )) IS NOT TRUE ORDER BY n7."id" ASC LIMIT ?7
  ) q7
), (
  SELECT count(*) FROM "n_Place" n10 WHERE NOT EXISTS (
    SELECT 1 FROM "r_PART_OF" r11 WHERE r11."$src" = n10."$key"
  ) AND EXISTS (
    SELECT 1 FROM "r_PART_OF" r13 CROSS JOIN "n_Place" n14 ON n14."$key" = r13."$dst" WHERE r13."$src" = n10."$key" AND n14."name" = ?8
  )
), (
  SELECT count(*) FROM "n_Place" n15 WHERE NOT EXISTS (
    SELECT 1 FROM "r_PART_OF" r16 WHERE r16."$src" = n15."$key"
  )
))
