//! Who gets which seat. Pure: what is free and what is wished for come in, seats come out.

use super::model::{Mode, Wish};
use crate::id::{EnrolmentId, TableId};

/// What is free now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Free {
    /// Seats in the plenary room.
    pub room: i32,
    /// Seats from elsewhere.
    pub remote: i32,
    /// Seats at each table.
    pub tables: Vec<(TableId, i32)>,
}

/// A seat: from elsewhere or in the room; there, at a table where the event has tables.
pub type Seat = Option<TableId>;

impl Free {
    fn at(&mut self, table: TableId) -> Option<&mut i32> {
        self.tables.iter_mut().find(|(t, left)| *t == table && *left > 0).map(|(_, left)| left)
    }

    /// Takes the seat that a wish gets now: the first choice, else the second; nothing while none is free.
    pub fn take(&mut self, wish: Wish) -> Option<Seat> {
        let place = if wish.mode == Mode::Room { &mut self.room } else { &mut self.remote };
        if *place <= 0 {
            return None;
        }
        let seat = match (wish.mode, wish.first) {
            (Mode::Remote, _) | (_, None) => None,
            (Mode::Room, Some(_)) => {
                let table = [wish.first, wish.second].into_iter().flatten().find(|t| self.at(*t).is_some())?;
                *self.at(table)? -= 1;
                Some(table)
            }
        };
        let place = if wish.mode == Mode::Room { &mut self.room } else { &mut self.remote };
        *place -= 1;
        Some(seat)
    }

    /// Hands what is free to those who wait, in their order; who cannot be given anything goes on waiting.
    pub fn hand_out(mut self, waiting: &[(EnrolmentId, Wish)]) -> Vec<(EnrolmentId, Seat)> {
        waiting.iter().filter_map(|(id, wish)| Some((*id, self.take(*wish)?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const A: TableId = TableId(1);
    const B: TableId = TableId(2);

    fn room(first: Option<TableId>, second: Option<TableId>) -> Wish {
        Wish { mode: Mode::Room, first, second }
    }

    fn free(room: i32, remote: i32, a: i32, b: i32) -> Free {
        Free { room, remote, tables: vec![(A, a), (B, b)] }
    }

    #[test]
    fn first_choice_then_second_then_the_list() {
        let remote = Wish { mode: Mode::Remote, first: None, second: None };
        let table = [
            (free(9, 0, 1, 1), room(Some(A), Some(B)), Some(Some(A))),
            (free(9, 0, 0, 1), room(Some(A), Some(B)), Some(Some(B))),
            (free(9, 0, 0, 1), room(Some(A), None), None),
            (free(9, 0, 0, 0), room(Some(A), Some(B)), None),
            (free(0, 9, 1, 1), room(Some(A), Some(B)), None),
            (free(1, 0, 0, 0), room(None, None), Some(None)),
            (free(9, 0, 1, 1), remote, None),
            (free(0, 1, 0, 0), remote, Some(None)),
        ];
        for (mut free, wish, seat) in table {
            assert_eq!(free.take(wish), seat, "{free:?} {wish:?}");
        }
    }

    #[test]
    fn a_seat_goes_to_the_first_who_wants_it() {
        let id = EnrolmentId;
        let waiting = [(id(1), room(Some(A), None)), (id(2), room(Some(B), Some(A))), (id(3), room(Some(B), None))];
        assert_eq!(free(5, 0, 0, 1).hand_out(&waiting), [(id(2), Some(B))]);
        assert_eq!(free(5, 0, 1, 1).hand_out(&waiting), [(id(1), Some(A)), (id(2), Some(B))]);
        assert_eq!(free(1, 0, 1, 1).hand_out(&waiting), [(id(1), Some(A))]);
    }

    proptest! {
        #[test]
        fn never_one_too_many(seats in (0_i32..6, 0_i32..6, 0_i32..6, 0_i32..6), wishes in prop::collection::vec(0_u8..6, 0..40)) {
            let wish = |w: &u8| match w {
                0 => Wish { mode: Mode::Remote, first: None, second: None },
                1 => room(None, None),
                2 => room(Some(A), None),
                3 => room(Some(B), None),
                4 => room(Some(A), Some(B)),
                _ => room(Some(B), Some(A)),
            };
            let waiting: Vec<_> = wishes.iter().enumerate().map(|(n, w)| (EnrolmentId(n as i64), wish(w))).collect();
            let out = free(seats.0, seats.1, seats.2, seats.3).hand_out(&waiting);
            let of = |id: EnrolmentId| waiting[id.0 as usize].1;
            let count = |f: &dyn Fn(&(EnrolmentId, Seat)) -> bool| i32::try_from(out.iter().filter(|o| f(o)).count()).unwrap();
            prop_assert!(count(&|o| of(o.0).mode == Mode::Room) <= seats.0);
            prop_assert!(count(&|o| of(o.0).mode == Mode::Remote) <= seats.1);
            prop_assert!(count(&|o| o.1 == Some(A)) <= seats.2);
            prop_assert!(count(&|o| o.1 == Some(B)) <= seats.3);
            // Who wished for a table sits at one of those wished for.
            prop_assert!(out.iter().all(|(id, seat)| seat.is_some() == of(*id).first.is_some()));
            prop_assert!(out.iter().all(|(id, seat)| seat.is_none() || *seat == of(*id).first || *seat == of(*id).second));
        }
    }
}
