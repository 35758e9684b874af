CYPHER 5
WITH COLLECT {
  UNWIND $p.a0 AS l1
  WITH *, COLLECT {
    MATCH (n2:Actor)
    WHERE n2.id = l1
    RETURN [0, n2.name, n2.aliases] AS v
    UNION ALL
    MATCH (n3:Place)
    WHERE n3.id = l1
    RETURN [1, n3.name, n3.aliases] AS v
    UNION ALL
    MATCH (n4:Event)
    WHERE n4.id = l1
    RETURN [2, n4.title] AS v
    UNION ALL
    MATCH (n5:Source)
    WHERE n5.id = l1
    RETURN [3, n5.name] AS v
    UNION ALL
    MATCH (n6:Report)
    WHERE n6.id = l1
    RETURN [4, n6.title] AS v
    UNION ALL
    MATCH (n7:Claim)
    WHERE n7.id = l1
    RETURN [5, n7.statement] AS v
  } AS c0, COLLECT {
    MATCH (n8:Actor)
    WHERE n8.id = l1
    RETURN [0, n8.id, n8.kind] AS v
    UNION ALL
    MATCH (n9:Place)
    WHERE n9.id = l1
    WITH *, COLLECT {
      MATCH (n9)-[r11:PART_OF]->(n10:Place)
      RETURN [n10.name]
    } AS c1, COUNT {
      MATCH (n9)<-[:LIES_IN*0..1]-(w13x1)
      WITH DISTINCT w13x1
      MATCH (w13x1)<-[:PART_OF*0..32]-(w13x2)
      WITH DISTINCT w13x2
      MATCH (w13x2)<-[r16:OCCURRED_AT]-(w13x3)
      WITH DISTINCT w13x3
      WITH w13x3 AS n12
      WHERE n12:Event
      RETURN n12
    } AS c2
    RETURN [1, n9.id, n9.kind, c1[0], c2] AS v
    UNION ALL
    MATCH (n17:Claim)
    WHERE n17.id = l1
    RETURN [2, n17.id] AS v
    UNION ALL
    MATCH (n18:Source)
    WHERE n18.id = l1
    RETURN [3, n18.id] AS v
    UNION ALL
    MATCH (n19:Report)
    WHERE n19.id = l1
    RETURN [4, n19.id] AS v
    UNION ALL
    MATCH (n20:Event)
    WHERE n20.id = l1
    RETURN [5, n20.id] AS v
  } AS c3, COLLECT {
    MATCH (n21:Actor)
    WHERE n21.id = l1
    RETURN [0, n21.name] AS v
    UNION ALL
    MATCH (n22:Place)
    WHERE n22.id = l1
    RETURN [1, n22.name] AS v
    UNION ALL
    MATCH (n23:Claim)
    WHERE n23.id = l1
    RETURN [2, n23.statement] AS v
    UNION ALL
    MATCH (n24:Source)
    WHERE n24.id = l1
    RETURN [3, n24.name] AS v
    UNION ALL
    MATCH (n25:Report)
    WHERE n25.id = l1
    RETURN [4, n25.title] AS v
    UNION ALL
    MATCH (n26:Event)
    WHERE n26.id = l1
    RETURN [5, n26.title] AS v
  } AS c4
  RETURN [c0[0], c3[0], c4[0]] AS v
} AS c5
RETURN [c5] AS r
