SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, (
    SELECT json_array(n9."name", (
      SELECT json_array(n11."name") FROM "r_VOICE_OF" r10 CROSS JOIN "n_Actor" n11 ON n11."$key" = r10."$dst" WHERE r10."$src" = r8."$dst"
    )) FROM "r_MADE_BY" r8 CROSS JOIN "n_Source" n9 ON n9."$key" = r8."$dst" WHERE r8."$src" = q1.c1
  ), CASE substr(q1.c0, 1, instr(q1.c0, ':')) WHEN 'actor:' THEN (
    SELECT json_array(0) FROM "n_Actor" n12 WHERE n12."id" = q1.c0
  ) WHEN 'place:' THEN (
    SELECT json_array(1) FROM "n_Place" n13 WHERE n13."id" = q1.c0
  ) WHEN 'madeIn:' THEN (
    SELECT json_array(2) FROM "n_Claim" r14s CROSS JOIN "n_Report" r14t CROSS JOIN "r_MADE_IN" r14 WHERE r14s."id" = substr(q1.c0, 8, instr(q1.c0, '>') - 8) AND r14t."id" = substr(q1.c0, instr(q1.c0, '>') + 1) AND r14."$src" = r14s."$key" AND r14."$dst" = r14t."$key"
  ) WHEN 'event:' THEN (
    SELECT json_array(3, n15."title") FROM "n_Event" n15 WHERE n15."id" = q1.c0
  ) WHEN 'participation:' THEN (
    SELECT json_array(4) FROM "r_PARTICIPATED_IN" r16 WHERE r16."id" = q1.c0
  ) WHEN 'partOfEvent:' THEN (
    SELECT json_array(5) FROM "n_Event" r17s CROSS JOIN "n_Event" r17t CROSS JOIN "r_PART_OF_EVENT" r17 WHERE r17s."id" = substr(q1.c0, 13, instr(q1.c0, '>') - 13) AND r17t."id" = substr(q1.c0, instr(q1.c0, '>') + 1) AND r17."$src" = r17s."$key" AND +r17."$dst" = r17t."$key"
  ) WHEN 'reportedIn:' THEN (
    SELECT json_array(6) FROM "n_Event" r18s CROSS JOIN "n_Report" r18t CROSS JOIN "r_REPORTED_IN" r18 WHERE r18s."id" = substr(q1.c0, 12, instr(q1.c0, '>') - 12) AND r18t."id" = substr(q1.c0, instr(q1.c0, '>') + 1) AND r18."$src" = r18s."$key" AND +r18."$dst" = r18t."$key"
  ) WHEN 'publishedBy:' THEN (
    SELECT json_array(7) FROM "n_Report" r19s CROSS JOIN "n_Source" r19t CROSS JOIN "r_PUBLISHED_BY" r19 WHERE r19s."id" = substr(q1.c0, 13, instr(q1.c0, '>') - 13) AND r19t."id" = substr(q1.c0, instr(q1.c0, '>') + 1) AND r19."$src" = r19s."$key" AND r19."$dst" = r19t."$key"
  ) WHEN 'madeBy:' THEN (
    SELECT json_array(8) FROM "n_Claim" r20s CROSS JOIN "n_Source" r20t CROSS JOIN "r_MADE_BY" r20 WHERE r20s."id" = substr(q1.c0, 8, instr(q1.c0, '>') - 8) AND r20t."id" = substr(q1.c0, instr(q1.c0, '>') + 1) AND r20."$src" = r20s."$key" AND r20."$dst" = r20t."$key"
  ) WHEN 'partOf:' THEN (
    SELECT json_array(9) FROM "n_Place" r21s CROSS JOIN "n_Place" r21t CROSS JOIN "r_PART_OF" r21 WHERE r21s."id" = substr(q1.c0, 8, instr(q1.c0, '>') - 8) AND r21t."id" = substr(q1.c0, instr(q1.c0, '>') + 1) AND r21."$src" = r21s."$key" AND r21."$dst" = r21t."$key"
  ) WHEN 'liesIn:' THEN (
    SELECT json_array(10) FROM "n_Place" r22s CROSS JOIN "n_Place" r22t CROSS JOIN "r_LIES_IN" r22 WHERE r22s."id" = substr(q1.c0, 8, instr(q1.c0, '>') - 8) AND r22t."id" = substr(q1.c0, instr(q1.c0, '>') + 1) AND r22."$src" = r22s."$key" AND r22."$dst" = r22t."$key"
  ) WHEN 'borders:' THEN (
    SELECT json_array(11) FROM "n_Place" r23s CROSS JOIN "n_Place" r23t CROSS JOIN "r_BORDERS" r23 WHERE r23s."id" = substr(q1.c0, 9, instr(q1.c0, '>') - 9) AND r23t."id" = substr(q1.c0, instr(q1.c0, '>') + 1) AND r23."$src" = r23s."$key" AND r23."$dst" = r23t."$key"
  ) WHEN 'occurredAt:' THEN (
    SELECT json_array(12) FROM "n_Event" r24s CROSS JOIN "n_Place" r24t CROSS JOIN "r_OCCURRED_AT" r24 WHERE r24s."id" = substr(q1.c0, 12, instr(q1.c0, '>') - 12) AND r24t."id" = substr(q1.c0, instr(q1.c0, '>') + 1) AND r24."$src" = r24s."$key" AND r24."$dst" = r24t."$key"
  ) WHEN 'control:' THEN (
    SELECT json_array(13) FROM "r_CONTROLS" r25 WHERE r25."id" = q1.c0
  ) WHEN 'backing:' THEN (
    SELECT json_array(14) FROM "r_BACKS" r26 WHERE r26."id" = q1.c0
  ) WHEN 'membership:' THEN (
    SELECT json_array(15) FROM "r_MEMBER_OF" r27 WHERE r27."id" = q1.c0
  ) WHEN 'succeeds:' THEN (
    SELECT json_array(16) FROM "n_Actor" r28s CROSS JOIN "n_Actor" r28t CROSS JOIN "r_SUCCEEDS" r28 WHERE r28s."id" = substr(q1.c0, 10, instr(q1.c0, '>') - 10) AND r28t."id" = substr(q1.c0, instr(q1.c0, '>') + 1) AND r28."$src" = r28s."$key" AND r28."$dst" = r28t."$key"
  ) WHEN 'basedIn:' THEN (
    SELECT json_array(17) FROM "n_Actor" r29s CROSS JOIN "n_Place" r29t CROSS JOIN "r_BASED_IN" r29 WHERE r29s."id" = substr(q1.c0, 9, instr(q1.c0, '>') - 9) AND r29t."id" = substr(q1.c0, instr(q1.c0, '>') + 1) AND r29."$src" = r29s."$key" AND r29."$dst" = r29t."$key"
  ) WHEN 'voiceOf:' THEN (
    SELECT json_array(18) FROM "n_Source" r30s CROSS JOIN "n_Actor" r30t CROSS JOIN "r_VOICE_OF" r30 WHERE r30s."id" = substr(q1.c0, 9, instr(q1.c0, '>') - 9) AND r30t."id" = substr(q1.c0, instr(q1.c0, '>') + 1) AND r30."$src" = r30s."$key" AND r30."$dst" = r30t."$key"
  ) END)) FROM (
    SELECT n1."about" AS c0, n1."$key" AS c1 FROM "n_Claim" n1 WHERE EXISTS (
      SELECT 1 FROM "r_MADE_BY" r2 WHERE r2."$src" = n1."$key" AND EXISTS (
        SELECT 1 FROM "r_VOICE_OF" r4 WHERE r4."$src" = r2."$dst"
      )
    ) AND n1."about" IN (
      SELECT "value" FROM json_each(?1)
    ) ORDER BY (
      SELECT n7."name" FROM "r_MADE_BY" r6 CROSS JOIN "n_Source" n7 ON n7."$key" = r6."$dst" WHERE r6."$src" = n1."$key"
    ) ASC, n1."about" DESC, n1."id" DESC LIMIT ?3
  ) q1
))
