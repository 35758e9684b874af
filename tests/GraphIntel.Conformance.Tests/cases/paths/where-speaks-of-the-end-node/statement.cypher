CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)<-[:PART_OF*1..32]-(w4x1)
    WITH DISTINCT w4x1
    WITH w4x1 AS n3
    WHERE n3:Place AND n3 <> n1 AND n3.kind = $p.a1 AND EXISTS {
      MATCH (n3)-[r5:PART_OF]->(n6:Place)
      WHERE n6.name STARTS WITH $p.a2
      RETURN 1
    }
    RETURN n3
  } AS c0, COLLECT {
    MATCH w4p1 = (n1)<-[:PART_OF*1..32]-(w4x1)
    WITH w4x1, min(length(w4p1)) AS w4d1
    WITH w4x1 AS n3, w4d1 AS w4
    WHERE n3:Place AND n3 <> n1 AND n3.kind = $p.a1 AND EXISTS {
      MATCH (n3)-[r5:PART_OF]->(n6:Place)
      WHERE n6.name STARTS WITH $p.a2
      RETURN 1
    }
    WITH *
    ORDER BY w4 ASC, n3.id ASC LIMIT $p.a4
    RETURN [w4, n3.name]
  } AS c1
  RETURN [c0, c1]
} AS c2
RETURN [c2[0]] AS r
