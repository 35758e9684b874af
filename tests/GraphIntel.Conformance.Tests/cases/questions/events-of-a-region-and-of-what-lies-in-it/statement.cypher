CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)<-[:LIES_IN*0..1]-(w6x1)
    WITH DISTINCT w6x1
    MATCH (w6x1)<-[:PART_OF*0..32]-(w6x2)
    WITH DISTINCT w6x2
    MATCH (w6x2)<-[r4:OCCURRED_AT]-(w6x3)
    WITH DISTINCT w6x3
    WITH w6x3 AS n5
    WHERE n5:Event
    RETURN n5
  } AS c0, COLLECT {
    MATCH w6p1 = (n1)<-[:LIES_IN*0..1]-(w6x1)
    WITH w6x1, min(length(w6p1)) AS w6d1
    MATCH w6p2 = (w6x1)<-[:PART_OF*0..32]-(w6x2)
    WITH w6x1, w6d1, w6x2, min(length(w6p2)) AS w6l2
    WITH w6x2, min(w6d1 + w6l2) AS w6d2
    MATCH (w6x2)<-[r4:OCCURRED_AT]-(w6x3)
    WITH w6x3, min(w6d2) AS w6d3
    WITH w6x3 AS n5, w6d3 + 1 AS w6
    WHERE n5:Event
    WITH *
    ORDER BY w6 ASC, n5.id ASC LIMIT $p.a2
    WITH *, COUNT {
      MATCH (n5)<-[r7:PARTICIPATED_IN]-(n8:Actor)
      WHERE r7.standing IN ['ASSERTED', 'DISPUTED']
      RETURN n8
    } AS c1
    RETURN [w6, n5.id, c1]
  } AS c2
  RETURN [c0, c2]
} AS c3
RETURN [c3[0]] AS r
