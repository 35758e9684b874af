SELECT json_array((
  SELECT count(*) FROM "r_CONTROLS" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED') AND (EXISTS (
    SELECT 1 FROM "n_Actor" n2 WHERE n2."$key" = r1."$src" AND n2."kind" = ?1
  ) OR EXISTS (
    SELECT 1 FROM "n_Place" n3 WHERE n3."$key" = r1."$dst" AND n3."kind" = ?2
  ))
), (
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT r1."id" AS c0 FROM "r_CONTROLS" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED') AND (EXISTS (
      SELECT 1 FROM "n_Actor" n2 WHERE n2."$key" = r1."$src" AND n2."kind" = ?1
    ) OR EXISTS (
      SELECT 1 FROM "n_Place" n3 WHERE n3."$key" = r1."$dst" AND n3."kind" = ?2
    )) ORDER BY r1."id" ASC LIMIT ?4
  ) q1
), (
  SELECT count(*) FROM "r_CONTROLS" r4 WHERE r4."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
    SELECT 1 FROM "n_Actor" n5 WHERE n5."$key" = r4."$src" AND n5."kind" IS NOT ?5
  ) AND EXISTS (
    SELECT 1 FROM "n_Place" n6 WHERE n6."$key" = r4."$dst" AND n6."kind" IS NOT ?6
  )
), (
  SELECT json_group_array(json_array(q7.c0)) FROM (
    SELECT r7."id" AS c0 FROM "r_CONTROLS" r7 WHERE r7."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
      SELECT 1 FROM "n_Place" n8 WHERE n8."$key" = r7."$dst" AND (n8."id" IN (
        SELECT "value" FROM json_each(?9)
      ) OR n8."name" = ?10)
    ) ORDER BY r7."id" ASC LIMIT ?12
  ) q7
), (
  SELECT count(*) FROM "r_CONTROLS" r9 WHERE r9."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
    SELECT 1 FROM "n_Actor" n10 WHERE n10."$key" = r9."$src" AND substr(n10."name", 1, length(?13)) = ?13 AND (?14 = '' AND n10."name" IS NOT NULL OR substr(n10."name", -length(?14)) = ?14)
  )
), (
  SELECT count(*) FROM "r_CONTROLS" r11 WHERE r11."standing" IN ('ASSERTED', 'DISPUTED')
), (
  SELECT count(*) FROM "r_CONTROLS" r14 WHERE 0
))
