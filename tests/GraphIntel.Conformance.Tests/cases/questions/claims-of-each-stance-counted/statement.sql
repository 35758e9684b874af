SELECT json_array((
  SELECT count(*) FROM "n_Claim" n1 WHERE n1."stance" = ?1
), (
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Claim" n1 WHERE n1."stance" = ?1 ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT count(*) FROM "n_Claim" n2 WHERE n2."stance" IS NOT ?4
))
