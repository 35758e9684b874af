CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)-[r4:OCCURRED_AT]->(w3x1)
    WITH DISTINCT w3x1
    MATCH (w3x1)-[:PART_OF*0..32]->(w3x2)
    WITH DISTINCT w3x2
    WITH w3x2 AS n2
    WHERE n2:Place AND n2.id IN $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE EXISTS {
    MATCH (n1)-[:PART_OF*1..32]->(w3x1)
    WITH DISTINCT w3x1
    WITH w3x1 AS n2
    WHERE n2:Place AND n2 <> n1 AND n2.id IN $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.name]
} AS c0
RETURN [c0] AS r
