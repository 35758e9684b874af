CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r3:LIES_IN]->(n2:Place)
    WITH *
    ORDER BY n2.id ASC LIMIT $p.a1
    WITH *, COLLECT {
      WITH startNode(r3) AS n4
      RETURN [n4.id]
    } AS c0, COLLECT {
      WITH endNode(r3) AS n5
      RETURN [n5.id]
    } AS c1, COUNT {
      MATCH (n6:Claim)
      WHERE n6.about = r3.id AND n6.id IS NOT NULL
      RETURN n6
    } AS c2
    RETURN [r3.id, c0[0], c1[0], c2, n2.id]
  } AS c3, COLLECT {
    MATCH (n1)<-[r7:OCCURRED_AT]-(n8:Event) USING INDEX r7:OCCURRED_AT(`$target`, `$sourceOrder`, `$source`, id)
    WHERE r7.`$target` = n1.id AND r7.`$sourceOrder` IS NOT NULL AND r7.`$source` IS NOT NULL AND r7.id IS NOT NULL
    WITH *
    ORDER BY r7.`$target` ASC, r7.`$sourceOrder` ASC, r7.`$source` ASC, r7.id ASC LIMIT $p.a3
    WITH *, COLLECT {
      MATCH (n9:Claim)
      WHERE n9.about = r7.id AND n9.id IS NOT NULL
      WITH *
      ORDER BY n9.id ASC LIMIT $p.a2
      RETURN [n9.id]
    } AS c4
    RETURN [r7.id, c4, r7.`$sourceOrder`]
  } AS c5
  RETURN [c3, c5]
} AS c6
RETURN [c6[0]] AS r
