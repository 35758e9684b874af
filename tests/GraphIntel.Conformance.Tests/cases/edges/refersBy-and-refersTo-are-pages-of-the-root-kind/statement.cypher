CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n2:Claim)
    WHERE n2.about = n1.id AND n2.id IS NOT NULL AND EXISTS {
      MATCH (n2)-[r3:MADE_BY]->(n4:Source)
      WHERE NOT coalesce(n4.id = $p.a1, false)
      RETURN 1
    }
    RETURN n2
  } AS c0, COLLECT {
    MATCH (n2:Claim)
    WHERE n2.about = n1.id AND n2.id IS NOT NULL AND EXISTS {
      MATCH (n2)-[r3:MADE_BY]->(n4:Source)
      WHERE NOT coalesce(n4.id = $p.a1, false)
      RETURN 1
    }
    WITH *
    ORDER BY n2.id DESC LIMIT $p.a3
    RETURN [n2.id, n2.id]
  } AS c1
  RETURN [c0, c1]
} AS c2, COLLECT {
  MATCH (n5:Actor)
  WHERE n5.id = $p.a4
  RETURN [0] AS v
  UNION ALL
  MATCH (n6:Place)
  WHERE n6.id = $p.a4
  RETURN [1] AS v
  UNION ALL
  MATCH (n7:Claim)
  WHERE n7.id = $p.a4
  RETURN [2] AS v
  UNION ALL
  MATCH (n8:Source)
  WHERE n8.id = $p.a4
  RETURN [3] AS v
  UNION ALL
  MATCH (n9:Report)
  WHERE n9.id = $p.a4
  RETURN [4] AS v
  UNION ALL
  MATCH ()-[r10:MADE_IN]->()
  WHERE r10.id = $p.a4
  RETURN [5] AS v
  UNION ALL
  MATCH (n11:Event)
  WHERE n11.id = $p.a4
  RETURN [6] AS v
  UNION ALL
  MATCH ()-[r12:PARTICIPATED_IN]->()
  WHERE r12.id = $p.a4
  RETURN [7] AS v
  UNION ALL
  MATCH ()-[r13:PART_OF_EVENT]->()
  WHERE r13.id = $p.a4
  RETURN [8] AS v
  UNION ALL
  MATCH ()-[r14:REPORTED_IN]->()
  WHERE r14.id = $p.a4
  RETURN [9] AS v
  UNION ALL
  MATCH ()-[r15:PUBLISHED_BY]->()
  WHERE r15.id = $p.a4
  RETURN [10] AS v
  UNION ALL
  MATCH ()-[r16:MADE_BY]->()
  WHERE r16.id = $p.a4
  RETURN [11] AS v
  UNION ALL
  MATCH ()-[r17:PART_OF]->()
  WHERE r17.id = $p.a4
  RETURN [12] AS v
  UNION ALL
  MATCH ()-[r18:LIES_IN]->()
  WHERE r18.id = $p.a4
  RETURN [13] AS v
  UNION ALL
  MATCH ()-[r19:BORDERS]->()
  WHERE r19.id = $p.a4
  RETURN [14] AS v
  UNION ALL
  MATCH ()-[r20:OCCURRED_AT]->()
  WHERE r20.id = $p.a4
  RETURN [15] AS v
  UNION ALL
  MATCH ()-[r21:CONTROLS]->()
  WHERE r21.id = $p.a4
  RETURN [16] AS v
  UNION ALL
  MATCH ()-[r22:BACKS]->()
  WHERE r22.id = $p.a4
  WITH *, COUNT {
    MATCH (n23:Actor) USING INDEX SEEK n23:Actor(id)
    WHERE n23.id IN r22.againstIds AND n23.kind = $p.a5
    RETURN n23
  } AS c3, COLLECT {
    MATCH (n23:Actor) USING INDEX SEEK n23:Actor(id)
    WHERE n23.id IN r22.againstIds AND n23.kind = $p.a5
    WITH *
    ORDER BY n23.name DESC, n23.id DESC LIMIT $p.a7
    RETURN [n23.name]
  } AS c4
  RETURN [17, c3, c4] AS v
  UNION ALL
  MATCH ()-[r24:MEMBER_OF]->()
  WHERE r24.id = $p.a4
  RETURN [18] AS v
  UNION ALL
  MATCH ()-[r25:SUCCEEDS]->()
  WHERE r25.id = $p.a4
  RETURN [19] AS v
  UNION ALL
  MATCH ()-[r26:BASED_IN]->()
  WHERE r26.id = $p.a4
  RETURN [20] AS v
  UNION ALL
  MATCH ()-[r27:VOICE_OF]->()
  WHERE r27.id = $p.a4
  RETURN [21] AS v
} AS c5
RETURN [c2[0], c5[0]] AS r
