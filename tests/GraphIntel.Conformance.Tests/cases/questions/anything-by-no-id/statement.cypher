CYPHER 5
WITH COLLECT {
  UNWIND $p.a0 AS l1
  WITH *, COLLECT {
    MATCH (n2:Actor)
    WHERE n2.id = l1
    RETURN [0, n2.id] AS v
    UNION ALL
    MATCH (n3:Place)
    WHERE n3.id = l1
    RETURN [1, n3.id] AS v
    UNION ALL
    MATCH (n4:Claim)
    WHERE n4.id = l1
    RETURN [2, n4.id] AS v
    UNION ALL
    MATCH (n5:Source)
    WHERE n5.id = l1
    RETURN [3, n5.id] AS v
    UNION ALL
    MATCH (n6:Report)
    WHERE n6.id = l1
    RETURN [4, n6.id] AS v
    UNION ALL
    MATCH ()-[r7:MADE_IN]->()
    WHERE r7.id = l1
    RETURN [5, r7.id] AS v
    UNION ALL
    MATCH (n8:Event)
    WHERE n8.id = l1
    RETURN [6, n8.id] AS v
    UNION ALL
    MATCH ()-[r9:PARTICIPATED_IN]->()
    WHERE r9.id = l1
    RETURN [7, r9.id] AS v
    UNION ALL
    MATCH ()-[r10:PART_OF_EVENT]->()
    WHERE r10.id = l1
    RETURN [8, r10.id] AS v
    UNION ALL
    MATCH ()-[r11:REPORTED_IN]->()
    WHERE r11.id = l1
    RETURN [9, r11.id] AS v
    UNION ALL
    MATCH ()-[r12:PUBLISHED_BY]->()
    WHERE r12.id = l1
    RETURN [10, r12.id] AS v
    UNION ALL
    MATCH ()-[r13:MADE_BY]->()
    WHERE r13.id = l1
    RETURN [11, r13.id] AS v
    UNION ALL
    MATCH ()-[r14:PART_OF]->()
    WHERE r14.id = l1
    RETURN [12, r14.id] AS v
    UNION ALL
    MATCH ()-[r15:LIES_IN]->()
    WHERE r15.id = l1
    RETURN [13, r15.id] AS v
    UNION ALL
    MATCH ()-[r16:BORDERS]->()
    WHERE r16.id = l1
    RETURN [14, r16.id] AS v
    UNION ALL
    MATCH ()-[r17:OCCURRED_AT]->()
    WHERE r17.id = l1
    RETURN [15, r17.id] AS v
    UNION ALL
    MATCH ()-[r18:CONTROLS]->()
    WHERE r18.id = l1
    RETURN [16, r18.id] AS v
    UNION ALL
    MATCH ()-[r19:BACKS]->()
    WHERE r19.id = l1
    RETURN [17, r19.id] AS v
    UNION ALL
    MATCH ()-[r20:MEMBER_OF]->()
    WHERE r20.id = l1
    RETURN [18, r20.id] AS v
    UNION ALL
    MATCH ()-[r21:SUCCEEDS]->()
    WHERE r21.id = l1
    RETURN [19, r21.id] AS v
    UNION ALL
    MATCH ()-[r22:BASED_IN]->()
    WHERE r22.id = l1
    RETURN [20, r22.id] AS v
    UNION ALL
    MATCH ()-[r23:VOICE_OF]->()
    WHERE r23.id = l1
    RETURN [21, r23.id] AS v
  } AS c0
  RETURN c0[0]
} AS c1
RETURN [c1] AS r
