CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:BACKS]->()
  WHERE r1.id = $p.a0
  WITH *, COLLECT {
    WITH startNode(r1) AS n2
    RETURN [n2.id]
  } AS c0, COLLECT {
    WITH endNode(r1) AS n3
    RETURN [n3.id]
  } AS c1, COLLECT {
    MATCH (n4:Claim)
    WHERE n4.about = $p.a0 AND n4.id IS NOT NULL
    WITH *
    ORDER BY n4.id ASC LIMIT $p.a1
    RETURN [n4.stance]
  } AS c2
  RETURN [0, r1.id, r1.standing, c0[0], c1[0], c2] AS v
} AS c3
RETURN [c3[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:BACKS]->()
  WHERE r1.id = $p.a0
  RETURN [0, r1.id] AS v
} AS c0
RETURN [c0[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:BACKS]->()
  WHERE r1.id = $p.a0
  RETURN [0, r1.id] AS v
} AS c0
RETURN [c0[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:BACKS]->()
  WHERE r1.id = $p.a0
  RETURN [0, r1.id] AS v
} AS c0
RETURN [c0[0]] AS r
