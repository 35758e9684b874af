CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  RETURN [0] AS v
  UNION ALL
  MATCH (n2:Place)
  WHERE n2.id = $p.a0
  RETURN [1] AS v
  UNION ALL
  MATCH (n3:Claim)
  WHERE n3.id = $p.a0
  RETURN [2] AS v
  UNION ALL
  MATCH (n4:Source)
  WHERE n4.id = $p.a0
  RETURN [3] AS v
  UNION ALL
  MATCH (n5:Report)
  WHERE n5.id = $p.a0
  RETURN [4] AS v
  UNION ALL
  MATCH ()-[r6:MADE_IN]->()
  WHERE r6.id = $p.a0
  RETURN [5] AS v
  UNION ALL
  MATCH (n7:Event)
  WHERE n7.id = $p.a0
  RETURN [6] AS v
  UNION ALL
  MATCH ()-[r8:PARTICIPATED_IN]->()
  WHERE r8.id = $p.a0
  RETURN [7] AS v
  UNION ALL
  MATCH ()-[r9:PART_OF_EVENT]->()
  WHERE r9.id = $p.a0
  RETURN [8] AS v
  UNION ALL
  MATCH ()-[r10:REPORTED_IN]->()
  WHERE r10.id = $p.a0
  RETURN [9] AS v
  UNION ALL
  MATCH ()-[r11:PUBLISHED_BY]->()
  WHERE r11.id = $p.a0
  RETURN [10] AS v
  UNION ALL
  MATCH ()-[r12:MADE_BY]->()
  WHERE r12.id = $p.a0
  RETURN [11] AS v
  UNION ALL
  MATCH ()-[r13:PART_OF]->()
  WHERE r13.id = $p.a0
  RETURN [12] AS v
  UNION ALL
  MATCH ()-[r14:LIES_IN]->()
  WHERE r14.id = $p.a0
  RETURN [13] AS v
  UNION ALL
  MATCH ()-[r15:BORDERS]->()
  WHERE r15.id = $p.a0
  WITH *, COLLECT {
    WITH startNode(r15) AS n16
    RETURN [n16.name]
  } AS c0, COLLECT {
    WITH endNode(r15) AS n17
    RETURN [n17.name]
  } AS c1
  RETURN [14, c0[0], c1[0]] AS v
  UNION ALL
  MATCH ()-[r18:OCCURRED_AT]->()
  WHERE r18.id = $p.a0
  RETURN [15] AS v
  UNION ALL
  MATCH ()-[r19:CONTROLS]->()
  WHERE r19.id = $p.a0
  RETURN [16] AS v
  UNION ALL
  MATCH ()-[r20:BACKS]->()
  WHERE r20.id = $p.a0
  RETURN [17] AS v
  UNION ALL
  MATCH ()-[r21:MEMBER_OF]->()
  WHERE r21.id = $p.a0
  RETURN [18] AS v
  UNION ALL
  MATCH ()-[r22:SUCCEEDS]->()
  WHERE r22.id = $p.a0
  RETURN [19] AS v
  UNION ALL
  MATCH ()-[r23:BASED_IN]->()
  WHERE r23.id = $p.a0
  RETURN [20] AS v
  UNION ALL
  MATCH ()-[r24:VOICE_OF]->()
  WHERE r24.id = $p.a0
  RETURN [21] AS v
} AS c2, COLLECT {
  MATCH (n25:Actor)
  WHERE n25.id = $p.a1
  RETURN [0, n25.id] AS v
  UNION ALL
  MATCH (n26:Place)
  WHERE n26.id = $p.a1
  RETURN [1, n26.id] AS v
  UNION ALL
  MATCH (n27:Claim)
  WHERE n27.id = $p.a1
  RETURN [2, n27.id] AS v
  UNION ALL
  MATCH (n28:Source)
  WHERE n28.id = $p.a1
  RETURN [3, n28.id] AS v
  UNION ALL
  MATCH (n29:Report)
  WHERE n29.id = $p.a1
  RETURN [4, n29.id] AS v
  UNION ALL
  MATCH ()-[r30:MADE_IN]->()
  WHERE r30.id = $p.a1
  RETURN [5, r30.id] AS v
  UNION ALL
  MATCH (n31:Event)
  WHERE n31.id = $p.a1
  RETURN [6, n31.id] AS v
  UNION ALL
  MATCH ()-[r32:PARTICIPATED_IN]->()
  WHERE r32.id = $p.a1
  RETURN [7, r32.id] AS v
  UNION ALL
  MATCH ()-[r33:PART_OF_EVENT]->()
  WHERE r33.id = $p.a1
  RETURN [8, r33.id] AS v
  UNION ALL
  MATCH ()-[r34:REPORTED_IN]->()
  WHERE r34.id = $p.a1
  RETURN [9, r34.id] AS v
  UNION ALL
  MATCH ()-[r35:PUBLISHED_BY]->()
  WHERE r35.id = $p.a1
  RETURN [10, r35.id] AS v
  UNION ALL
  MATCH ()-[r36:MADE_BY]->()
  WHERE r36.id = $p.a1
  RETURN [11, r36.id] AS v
  UNION ALL
  MATCH ()-[r37:PART_OF]->()
  WHERE r37.id = $p.a1
  RETURN [12, r37.id] AS v
  UNION ALL
  MATCH ()-[r38:LIES_IN]->()
  WHERE r38.id = $p.a1
  RETURN [13, r38.id] AS v
  UNION ALL
  MATCH ()-[r39:BORDERS]->()
  WHERE r39.id = $p.a1
  RETURN [14, r39.id] AS v
  UNION ALL
  MATCH ()-[r40:OCCURRED_AT]->()
  WHERE r40.id = $p.a1
  RETURN [15, r40.id] AS v
  UNION ALL
  MATCH ()-[r41:CONTROLS]->()
  WHERE r41.id = $p.a1
  RETURN [16, r41.id] AS v
  UNION ALL
  MATCH ()-[r42:BACKS]->()
  WHERE r42.id = $p.a1
  RETURN [17, r42.id] AS v
  UNION ALL
  MATCH ()-[r43:MEMBER_OF]->()
  WHERE r43.id = $p.a1
  RETURN [18, r43.id] AS v
  UNION ALL
  MATCH ()-[r44:SUCCEEDS]->()
  WHERE r44.id = $p.a1
  RETURN [19, r44.id] AS v
  UNION ALL
  MATCH ()-[r45:BASED_IN]->()
  WHERE r45.id = $p.a1
  RETURN [20, r45.id] AS v
  UNION ALL
  MATCH ()-[r46:VOICE_OF]->()
  WHERE r46.id = $p.a1
  RETURN [21, r46.id] AS v
} AS c3
RETURN [c2[0], c3[0]] AS r
