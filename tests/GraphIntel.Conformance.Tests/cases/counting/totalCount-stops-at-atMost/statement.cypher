CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WITH n1 LIMIT $p.a0
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WITH n1 LIMIT $p.a0
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WITH n1 LIMIT $p.a0
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE n1.kind = $p.a0 AND n1.id IS NOT NULL
  WITH n1 LIMIT $p.a1
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Event)
  WHERE n1.kind = $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c1
RETURN [c0, c1] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)<-[:PART_OF*1..32]-(w3x1)
    WITH DISTINCT w3x1
    WITH w3x1 AS n2
    WHERE n2:Place AND n2 <> n1
    WITH n2 LIMIT $p.a1
    RETURN n2
  } AS c0, COUNT {
    MATCH (n1)<-[r6:PART_OF]-(n5:Place)
    WITH n5 LIMIT $p.a2
    RETURN n5
  } AS c1, COUNT {
    MATCH (n7:Claim)
    WHERE n7.about = n1.id AND n7.id IS NOT NULL
    WITH n7 LIMIT $p.a3
    RETURN n7
  } AS c2
  RETURN [c0, c1, c2]
} AS c3
RETURN [c3[0]] AS r
