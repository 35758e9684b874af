CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[:LIES_IN*0..1]-(w6x1)
    WITH DISTINCT w6x1
    MATCH (w6x1)<-[:PART_OF*0..32]-(w6x2)
    WITH DISTINCT w6x2
    MATCH (w6x2)<-[r4:OCCURRED_AT]-(w6x3)
    WITH DISTINCT w6x3
    WITH w6x3 AS n5
    WHERE n5:Event
    WITH *
    ORDER BY n5.start DESC, n5.id DESC LIMIT $p.a2
    WITH *, COLLECT {
      MATCH (n5)<-[r7:PARTICIPATED_IN]-(n8:Actor)
      WHERE r7.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n8.id ASC, r7.id ASC LIMIT $p.a4
      WITH *, COLLECT {
        MATCH (n8)<-[r9:BACKS]-(n10:Actor)
        WHERE (r9.from IS NULL OR r9.from <= $p.a5) AND (r9.until IS NULL OR r9.until > $p.a5) AND r9.standing IN ['ASSERTED', 'DISPUTED']
        WITH *
        ORDER BY n10.id ASC, r9.id ASC LIMIT $p.a7
        RETURN [r9.kinds, r9.from, n10.name]
      } AS c0
      RETURN [r7.role, n8.name, c0]
    } AS c1
    RETURN [n5.title, c1]
  } AS c2
  RETURN [c2]
} AS c3
RETURN [c3[0]] AS r
