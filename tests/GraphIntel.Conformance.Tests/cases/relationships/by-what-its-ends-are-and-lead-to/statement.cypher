CYPHER 5
WITH COUNT {
  MATCH (n2:Actor)-[r1:CONTROLS]->(n3:Place)
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND n2.kind = $p.a0 AND EXISTS {
    MATCH (n3)-[:PART_OF*1..32]->(w5x1)
    WITH DISTINCT w5x1
    WITH w5x1 AS n4
    WHERE n4:Place AND n4 <> n3 AND n4.id = $p.a1
    RETURN 1
  } AND n2.id IS NOT NULL AND n3.id IS NOT NULL AND r1.id IS NOT NULL
  RETURN r1
} AS c0, COLLECT {
  MATCH (n2:Actor)-[r1:CONTROLS]->(n3:Place)
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND n2.kind = $p.a0 AND EXISTS {
    MATCH (n3)-[:PART_OF*1..32]->(w5x1)
    WITH DISTINCT w5x1
    WITH w5x1 AS n4
    WHERE n4:Place AND n4 <> n3 AND n4.id = $p.a1
    RETURN 1
  } AND n2.id IS NOT NULL AND n3.id IS NOT NULL AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a2
  RETURN [r1.id]
} AS c1
RETURN [c0, c1] AS r
