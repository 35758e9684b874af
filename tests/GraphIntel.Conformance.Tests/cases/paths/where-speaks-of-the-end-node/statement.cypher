CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)<-[:PART_OF*1..32]-(w3x1)
    WITH DISTINCT w3x1
    WITH w3x1 AS n2
    WHERE n2:Place AND n2 <> n1 AND n2.kind = $p.a1 AND EXISTS {
      MATCH (n2)-[r6:PART_OF]->(n5:Place)
      WHERE n5.name STARTS WITH $p.a2
      RETURN 1
    }
    RETURN n2
  } AS c0, COLLECT {
    MATCH w3p1 = (n1)<-[:PART_OF*1..32]-(w3x1)
    WITH w3x1, min(length(w3p1)) AS w3d1
    WITH w3x1 AS n2, w3d1 AS w3
    WHERE n2:Place AND n2 <> n1 AND n2.kind = $p.a1 AND EXISTS {
      MATCH (n2)-[r6:PART_OF]->(n5:Place)
      WHERE n5.name STARTS WITH $p.a2
      RETURN 1
    }
    WITH *
    ORDER BY w3 ASC, n2.id ASC LIMIT $p.a3
    RETURN [w3, n2.name]
  } AS c1
  RETURN [c0, c1]
} AS c2
RETURN [c2[0]] AS r
