CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH w4p1 = (n1)-[:PART_OF*1..32]->(w4x1)
    WITH w4x1, min(length(w4p1)) AS w4d1
    WITH w4x1 AS n3, w4d1 AS w4
    WHERE n3:Place AND n3 <> n1
    WITH *
    ORDER BY w4 ASC, n3.id ASC LIMIT $p.a2
    RETURN [n3.name, n3.kind]
  } AS c0, COUNT {
    MATCH (n1)<-[:LIES_IN*0..1]-(w9x1)
    WITH DISTINCT w9x1
    MATCH (w9x1)<-[:PART_OF*0..32]-(w9x2)
    WITH DISTINCT w9x2
    MATCH (w9x2)<-[r7:OCCURRED_AT]-(w9x3)
    WITH DISTINCT w9x3
    WITH w9x3 AS n8
    WHERE n8:Event
    RETURN n8
  } AS c1, COLLECT {
    MATCH w9p1 = (n1)<-[:LIES_IN*0..1]-(w9x1)
    WITH w9x1, min(length(w9p1)) AS w9d1
    MATCH w9p2 = (w9x1)<-[:PART_OF*0..32]-(w9x2)
    WITH w9x1, w9d1, w9x2, min(length(w9p2)) AS w9l2
    WITH w9x2, min(w9d1 + w9l2) AS w9d2
    MATCH (w9x2)<-[r7:OCCURRED_AT]-(w9x3)
    WITH w9x3, min(w9d2) AS w9d3
    WITH w9x3 AS n8, w9d3 + 1 AS w9
    WHERE n8:Event
    WITH *
    ORDER BY w9 ASC, n8.id ASC LIMIT $p.a4
    RETURN [w9, n8.id]
  } AS c2, COUNT {
    MATCH (n1)<-[r10:OCCURRED_AT]-(n11:Event)
    RETURN n11
  } AS c3
  RETURN [c0, c1, c2, c3]
} AS c4
RETURN [c4[0]] AS r
