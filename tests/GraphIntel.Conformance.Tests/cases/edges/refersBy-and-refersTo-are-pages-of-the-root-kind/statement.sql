SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM "n_Claim" n2 WHERE n2."about" = n1."id" AND EXISTS (
      SELECT 1 FROM "r_MADE_BY" r3 CROSS JOIN "n_Source" n4 ON n4."$key" = r3."$dst" WHERE r3."$src" = n2."$key" AND n4."id" IS NOT ?2
    )
  ), (
    SELECT json_group_array(json_array(q2.c0, q2.c0)) FROM (
      SELECT n2."id" AS c0 FROM "n_Claim" n2 WHERE n2."about" = n1."id" AND EXISTS (
        SELECT 1 FROM "r_MADE_BY" r3 CROSS JOIN "n_Source" n4 ON n4."$key" = r3."$dst" WHERE r3."$src" = n2."$key" AND n4."id" IS NOT ?2
      ) ORDER BY n2."id" DESC LIMIT ?4
    ) q2
  )) FROM "n_Event" n1 WHERE n1."id" = ?1
), CASE substr(?5, 1, instr(?5, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0) FROM "n_Actor" n5 WHERE n5."id" = ?5
) WHEN 'place:' THEN (
  SELECT json_array(1) FROM "n_Place" n6 WHERE n6."id" = ?5
) WHEN 'claim:' THEN (
  SELECT json_array(2) FROM "n_Claim" n7 WHERE n7."id" = ?5
) WHEN 'source:' THEN (
  SELECT json_array(3) FROM "n_Source" n8 WHERE n8."id" = ?5
) WHEN 'report:' THEN (
  SELECT json_array(4) FROM "n_Report" n9 WHERE n9."id" = ?5
) WHEN 'madeIn:' THEN (
  SELECT json_array(5) FROM "n_Claim" r10s CROSS JOIN "n_Report" r10t CROSS JOIN "r_MADE_IN" r10 WHERE r10s."id" = substr(?5, 8, instr(?5, '>') - 8) AND r10t."id" = substr(?5, instr(?5, '>') + 1) AND r10."$src" = r10s."$key" AND r10."$dst" = r10t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6) FROM "n_Event" n11 WHERE n11."id" = ?5
) WHEN 'participation:' THEN (
  SELECT json_array(7) FROM "r_PARTICIPATED_IN" r12 WHERE r12."id" = ?5
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8) FROM "n_Event" r13s CROSS JOIN "n_Event" r13t CROSS JOIN "r_PART_OF_EVENT" r13 WHERE r13s."id" = substr(?5, 13, instr(?5, '>') - 13) AND r13t."id" = substr(?5, instr(?5, '>') + 1) AND r13."$src" = r13s."$key" AND +r13."$dst" = r13t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9) FROM "n_Event" r14s CROSS JOIN "n_Report" r14t CROSS JOIN "r_REPORTED_IN" r14 WHERE r14s."id" = substr(?5, 12, instr(?5, '>') - 12) AND r14t."id" = substr(?5, instr(?5, '>') + 1) AND r14."$src" = r14s."$key" AND +r14."$dst" = r14t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10) FROM "n_Report" r15s CROSS JOIN "n_Source" r15t CROSS JOIN "r_PUBLISHED_BY" r15 WHERE r15s."id" = substr(?5, 13, instr(?5, '>') - 13) AND r15t."id" = substr(?5, instr(?5, '>') + 1) AND r15."$src" = r15s."$key" AND r15."$dst" = r15t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11) FROM "n_Claim" r16s CROSS JOIN "n_Source" r16t CROSS JOIN "r_MADE_BY" r16 WHERE r16s."id" = substr(?5, 8, instr(?5, '>') - 8) AND r16t."id" = substr(?5, instr(?5, '>') + 1) AND r16."$src" = r16s."$key" AND r16."$dst" = r16t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12) FROM "n_Place" r17s CROSS JOIN "n_Place" r17t CROSS JOIN "r_PART_OF" r17 WHERE r17s."id" = substr(?5, 8, instr(?5, '>') - 8) AND r17t."id" = substr(?5, instr(?5, '>') + 1) AND r17."$src" = r17s."$key" AND r17."$dst" = r17t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13) FROM "n_Place" r18s CROSS JOIN "n_Place" r18t CROSS JOIN "r_LIES_IN" r18 WHERE r18s."id" = substr(?5, 8, instr(?5, '>') - 8) AND r18t."id" = substr(?5, instr(?5, '>') + 1) AND r18."$src" = r18s."$key" AND r18."$dst" = r18t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14) FROM "n_Place" r19s CROSS JOIN "n_Place" r19t CROSS JOIN "r_BORDERS" r19 WHERE r19s."id" = substr(?5, 9, instr(?5, '>') - 9) AND r19t."id" = substr(?5, instr(?5, '>') + 1) AND r19."$src" = r19s."$key" AND r19."$dst" = r19t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15) FROM "n_Event" r20s CROSS JOIN "n_Place" r20t CROSS JOIN "r_OCCURRED_AT" r20 WHERE r20s."id" = substr(?5, 12, instr(?5, '>') - 12) AND r20t."id" = substr(?5, instr(?5, '>') + 1) AND r20."$src" = r20s."$key" AND r20."$dst" = r20t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16) FROM "r_CONTROLS" r21 WHERE r21."id" = ?5
) WHEN 'backing:' THEN (
  SELECT json_array(17, (
    SELECT count(*) FROM (
      SELECT DISTINCT "value" FROM json_each(CASE WHEN json_valid(r22."againstIds") THEN CASE json_type(r22."againstIds") WHEN 'array' THEN r22."againstIds" END END)
    ) j23 CROSS JOIN "n_Actor" n23 ON n23."id" = j23."value" WHERE n23."kind" = ?6
  ), (
    SELECT json_group_array(json_array(q23.c0)) FROM (
      SELECT n23."name" AS c0 FROM (
        SELECT DISTINCT "value" FROM json_each(CASE WHEN json_valid(r22."againstIds") THEN CASE json_type(r22."againstIds") WHEN 'array' THEN r22."againstIds" END END)
      ) j23 CROSS JOIN "n_Actor" n23 ON n23."id" = j23."value" WHERE n23."kind" = ?6 ORDER BY n23."name" DESC, n23."id" DESC LIMIT ?8
    ) q23
  )) FROM "r_BACKS" r22 WHERE r22."id" = ?5
) WHEN 'membership:' THEN (
  SELECT json_array(18) FROM "r_MEMBER_OF" r24 WHERE r24."id" = ?5
) WHEN 'succeeds:' THEN (
  SELECT json_array(19) FROM "n_Actor" r25s CROSS JOIN "n_Actor" r25t CROSS JOIN "r_SUCCEEDS" r25 WHERE r25s."id" = substr(?5, 10, instr(?5, '>') - 10) AND r25t."id" = substr(?5, instr(?5, '>') + 1) AND r25."$src" = r25s."$key" AND r25."$dst" = r25t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20) FROM "n_Actor" r26s CROSS JOIN "n_Place" r26t CROSS JOIN "r_BASED_IN" r26 WHERE r26s."id" = substr(?5, 9, instr(?5, '>') - 9) AND r26t."id" = substr(?5, instr(?5, '>') + 1) AND r26."$src" = r26s."$key" AND r26."$dst" = r26t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21) FROM "n_Source" r27s CROSS JOIN "n_Actor" r27t CROSS JOIN "r_VOICE_OF" r27 WHERE r27s."id" = substr(?5, 9, instr(?5, '>') - 9) AND r27t."id" = substr(?5, instr(?5, '>') + 1) AND r27."$src" = r27s."$key" AND r27."$dst" = r27t."$key"
) END)
