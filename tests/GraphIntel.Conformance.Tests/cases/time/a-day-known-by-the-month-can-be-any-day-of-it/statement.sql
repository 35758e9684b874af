SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1, (
    SELECT json_array(n2."name") FROM "n_Place" n2 WHERE n2."$key" = q1.c2
  ))) FROM (
    SELECT r1."from" AS c0, r1."fromPrecision" AS c1, r1."$dst" AS c2 FROM "r_CONTROLS" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED') AND r1."from" >= ?9 AND r1."from" <= ?10 AND r1."from" >= CASE r1."fromPrecision" WHEN 'DAYS' THEN ?3 WHEN 'WEEK' THEN ?5 WHEN 'MONTH' THEN ?7 WHEN 'LONGER' THEN ?7 ELSE ?1 END AND r1."from" <= CASE r1."fromPrecision" WHEN 'DAYS' THEN ?4 WHEN 'WEEK' THEN ?6 WHEN 'MONTH' THEN ?8 WHEN 'LONGER' THEN ?8 ELSE ?2 END ORDER BY r1."id" ASC LIMIT ?12
  ) q1
), (
  SELECT count(*) FROM "r_CONTROLS" r3 WHERE r3."standing" IN ('ASSERTED', 'DISPUTED') AND r3."from" >= ?21 AND r3."from" <= ?22 AND r3."from" >= CASE r3."fromPrecision" WHEN 'DAYS' THEN ?15 WHEN 'WEEK' THEN ?17 WHEN 'MONTH' THEN ?19 WHEN 'LONGER' THEN ?19 ELSE ?13 END AND r3."from" <= CASE r3."fromPrecision" WHEN 'DAYS' THEN ?16 WHEN 'WEEK' THEN ?18 WHEN 'MONTH' THEN ?20 WHEN 'LONGER' THEN ?20 ELSE ?14 END
), (
  SELECT json_group_array(json_array((
    SELECT json_array(n5."name") FROM "n_Place" n5 WHERE n5."$key" = q4.c0
  ))) FROM (
    SELECT r4."$dst" AS c0 FROM "r_CONTROLS" r4 WHERE r4."standing" IN ('ASSERTED', 'DISPUTED') AND r4."from" >= ?33 AND r4."from" <= ?34 AND r4."from" >= CASE r4."fromPrecision" WHEN 'DAYS' THEN ?27 WHEN 'WEEK' THEN ?29 WHEN 'MONTH' THEN ?31 WHEN 'LONGER' THEN ?31 ELSE ?25 END AND r4."from" <= CASE r4."fromPrecision" WHEN 'DAYS' THEN ?28 WHEN 'WEEK' THEN ?30 WHEN 'MONTH' THEN ?32 WHEN 'LONGER' THEN ?32 ELSE ?26 END ORDER BY r4."id" ASC LIMIT ?36
  ) q4
))
