SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT r1."id" AS c0 FROM "r_CONTROLS" r1 WHERE (coalesce(r1."from", r1."attestedFrom") IS NULL OR coalesce(r1."from", r1."attestedFrom") <= ?1) AND (r1."until" IS NULL OR r1."until" > ?1) AND r1."standing" IN ('ASSERTED', 'DISPUTED') AND r1."$dst" IN (
      SELECT n2."$key" FROM "n_Place" n2 WHERE n2."id" IN (
        SELECT "value" FROM json_each(?2)
      )
    ) ORDER BY r1."id" ASC LIMIT ?4
  ) q1
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT r3."id" AS c0 FROM "r_CONTROLS" r3 WHERE (coalesce(r3."from", r3."attestedFrom") IS NULL OR coalesce(r3."from", r3."attestedFrom") < ?6) AND (r3."until" IS NULL OR r3."until" > ?5) AND (coalesce(r3."from", r3."attestedFrom") >= r3."until") IS NOT TRUE AND r3."standing" IN ('ASSERTED', 'DISPUTED') AND r3."$dst" IN (
      SELECT n4."$key" FROM "n_Place" n4 WHERE n4."id" = ?7
    ) ORDER BY r3."id" ASC LIMIT ?9
  ) q3
), (
  SELECT json_group_array(json_array(q5.c0)) FROM (
    SELECT r5."id" AS c0 FROM "r_BACKS" r5 WHERE (r5."from" IS NULL OR r5."from" <= ?10) AND (r5."until" IS NULL OR r5."until" > ?10) AND r5."attestedFrom" <= ?10 AND r5."attestedUntil" >= ?10 AND r5."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY r5."id" ASC LIMIT ?12
  ) q5
), (
  SELECT count(*) FROM "r_BACKS" r6 WHERE (r6."from" IS NULL OR r6."from" <= ?13) AND (r6."until" IS NULL OR r6."until" > ?13) AND r6."standing" IN ('ASSERTED', 'DISPUTED')
), (
  SELECT count(*) FROM "r_BACKS" r7 WHERE (coalesce(r7."from", r7."attestedFrom") IS NULL OR coalesce(r7."from", r7."attestedFrom") <= ?16) AND (r7."until" IS NULL OR r7."until" > ?16) AND r7."standing" IN ('ASSERTED', 'DISPUTED')
))
