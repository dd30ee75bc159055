from typing import Literal

RelationshipSort = Literal["by_nickname", "by_updated"]

RELATIONSHIP_SORT_VALUES: set[RelationshipSort] = {
    "by_nickname",
    "by_updated",
}


def check_relationship_sort(value: str) -> RelationshipSort:
    if value in RELATIONSHIP_SORT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RELATIONSHIP_SORT_VALUES!r}")
